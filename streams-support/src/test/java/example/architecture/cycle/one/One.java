package example.architecture.cycle.one;

import example.architecture.cycle.two.Two;

/** Half of a cycle. */
public final class One {
    Two other() {
        return new Two();
    }
}
