package io.luxqoe.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ResidentMemoryTest {

    @Test
    void theKernelTellsPeakAndPresentInKibibytes() {
        String status = "Name:\tjava\nVmHWM:\t  210964 kB\nVmRSS:\t  178192 kB\nThreads:\t30\n";

        assertThat(ResidentMemory.fromProc(status)).contains(new ResidentMemory(178_192L * 1024, 210_964L * 1024));
    }

    @Test
    void aProcessThatHasEndedHasNone() {
        assertThat(ResidentMemory.fromProc("Name:\tjava\nState:\tZ (zombie)\n")).isEmpty();
    }
}
