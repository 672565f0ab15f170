package io.luxqoe.local.runtime;

/** The four services of LUX. */
public enum LocalService {
    DECODER("decoder-service", LocalPort.DECODER),
    ENRICHMENT("enrichment-service", LocalPort.ENRICHMENT),
    KPI("kpi-service", LocalPort.KPI),
    ALARM("alarm-service", LocalPort.ALARM);

    private final String module;
    private final LocalPort port;

    LocalService(String module, LocalPort port) {
        this.module = module;
        this.port = port;
    }

    /** Name of the service: its module, application id and instance. */
    public String module() {
        return module;
    }

    /** Where it answers HTTP. */
    public LocalPort port() {
        return port;
    }
}
