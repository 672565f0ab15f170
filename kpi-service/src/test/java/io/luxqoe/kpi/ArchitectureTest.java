package io.luxqoe.kpi;

import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theModuleKeepsTheRules() {
        ArchitectureRules.checkAll("io.luxqoe.kpi");
    }
}
