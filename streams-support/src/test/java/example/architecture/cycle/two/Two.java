package example.architecture.cycle.two;

import example.architecture.cycle.one.One;

/** The other half of a cycle. */
public final class Two {
    One other() {
        return new One();
    }
}
