package example.architecture.util;

/** Something somewhere. */
public final class Things {
    private Things() {}
}
