package io.luxqoe.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TerminalTest {

    private final StringWriter out = new StringWriter();

    @Test
    void onATerminalTheStatusChangesInPlaceAndStaysOnOneLine() {
        Terminal terminal = new Terminal(new PrintWriter(out), true, 10, Duration.ofHours(1));

        terminal.status("first");
        terminal.status("a second that is long");
        terminal.println("done");

        assertThat(out.toString()).isEqualTo("\r\u001b[Kfirst\r\u001b[Ka second \r\u001b[Kdone\n");
    }

    @Test
    void elsewhereAStatusIsPrintedNowAndThen() {
        Terminal terminal = new Terminal(new PrintWriter(out), false, 10, Duration.ofHours(1));

        terminal.status("a first that is long");
        terminal.status("second");
        terminal.println("done");

        assertThat(out.toString()).isEqualTo("a first that is long\ndone\n");
    }
}
