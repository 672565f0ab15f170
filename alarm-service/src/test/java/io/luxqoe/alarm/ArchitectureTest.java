package io.luxqoe.alarm;

import io.luxqoe.streams.testing.ArchitectureRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void theServiceKeepsTheRulesOfStructure() {
        ArchitectureRules.checkAll("io.luxqoe.alarm");
    }
}
