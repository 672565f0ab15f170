package io.luxqoe.local.simulator.network;

/** Maker of network equipment. */
public enum Vendor {
    HUAWEI("Huawei", "CS 21.1"),
    ERICSSON("Ericsson", "R22A"),
    NOKIA("Nokia", "M17.5");

    private final String label;
    private final String release;

    Vendor(String label, String release) {
        this.label = label;
        this.release = release;
    }

    /** Name as references and axes write it. */
    public String label() {
        return label;
    }

    /** Software release of this vendor's exchanges. */
    public String release() {
        return release;
    }
}
