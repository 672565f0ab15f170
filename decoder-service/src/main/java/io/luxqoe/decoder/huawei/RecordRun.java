package io.luxqoe.decoder.huawei;

/** Decodes records that lie one after the other. */
@FunctionalInterface
public interface RecordRun {
    /** Decodes the records in the slice; what is no record there is refused, and costs no more than itself. */
    void decode(int from, int to);
}
