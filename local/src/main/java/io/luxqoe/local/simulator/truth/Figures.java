package io.luxqoe.local.simulator.truth;

import java.util.Map;

/** What a window must come to. */
public sealed interface Figures permits VoiceFigures, MessagingFigures {

    /** The KPIs by id. */
    Map<String, KpiFigure> kpis();
}
