package io.luxqoe.enrichment;

import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    @Test
    void theModuleKeepsTheRulesOfTheHouse() {
        ArchitectureRules.checkAll("io.luxqoe.enrichment");
    }
}
