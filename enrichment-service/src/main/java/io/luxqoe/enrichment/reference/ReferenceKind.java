package io.luxqoe.enrichment.reference;

/** The reference tables an event is joined with; the name is what missing references and metrics call the table. */
public enum ReferenceKind {
    CELL("cell"),
    EQUIPMENT("equipment"),
    CAUSE("cause"),
    DEVICE_TYPE("device-type"),
    DIALLED_NUMBER("dialled-number"),
    OPERATOR("operator"),
    ACCESS_POINT("access-point"),
    SERVICE("service"),
    SUBSCRIBER("subscriber"),
    PLANNED_WORK("planned-work"),
    SOURCE("source");

    private final String table;

    ReferenceKind(String table) {
        this.table = table;
    }

    /** Name of the table in {@code MissingReference.table} and in the tag {@code table} of metrics. */
    public String table() {
        return table;
    }
}
