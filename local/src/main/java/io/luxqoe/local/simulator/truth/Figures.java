package io.luxqoe.local.simulator.truth;

import java.util.Map;

/** What a window must come to. */
public sealed interface Figures permits VoiceFigures, MessagingFigures, UsageFigures, ViewingFigures {

    /** The sums by the names that their measurements have in LUX. */
    Map<String, Long> sums();

    /** The KPIs by id. */
    Map<String, KpiFigure> kpis();
}
