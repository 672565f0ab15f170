package io.luxqoe.kpi.window;

/** The two places where windows are kept, and the names of their stores. */
public enum Stage {
    /** The windows of every key that is kept apart. */
    KEYS("", "kpi-windows-"),
    /** The windows of the keys that were folded together. */
    OTHERS("other-", "other-windows-");

    private final String prefix;
    private final String finals;

    Stage(String prefix, String finals) {
        this.prefix = prefix;
        this.finals = finals;
    }

    /** Store of the windows that still take events; keys by {@link OpenWindows}. */
    public String openWindows() {
        return prefix + "open-windows";
    }

    /** Window store of the final windows of a size; keys by {@link SeriesKey#toBytes()}, time is the start. */
    public String finalWindows(WindowSize size) {
        return finals + size.id().replace('/', '-');
    }

    /** Store of the promises as heard, and of up to where windows are closed; see {@link LaneWatermarks}. */
    public String promises() {
        return prefix + "task-promises";
    }

    String beforeCommit() {
        return prefix + "windows-before-commit";
    }

    /** Name of the processor. */
    String processor() {
        return this == KEYS ? "accumulate" : "accumulate-others";
    }
}
