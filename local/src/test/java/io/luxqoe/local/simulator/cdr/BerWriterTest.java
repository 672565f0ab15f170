package io.luxqoe.local.simulator.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class BerWriterTest {

    private final BerWriter ber = new BerWriter();

    @Test
    void tagsFrom31OnTakeTheHighForm() {
        ber.element(30, new byte[] {1});
        ber.element(39, new byte[] {2});
        ber.end(ber.begin(78));
        ber.end(ber.begin(200));
        assertThat(written()).isEqualTo("9e0101" + "9f270102" + "bf4e00" + "bf814800");
    }

    @Test
    void integersAreSignedAndShort() {
        ber.integer(0, 16);
        ber.integer(0, 0x90);
        ber.integer(0, 200);
        ber.integer(0, 127);
        ber.integer(0, 128);
        ber.integer(0, -1);
        ber.integer(0, 70_000);
        assertThat(written())
                .isEqualTo("800110" + "80020090" + "800200c8" + "80017f" + "80020080" + "8001ff" + "8003011170");
    }

    @Test
    void aLongContentMovesForItsLength() {
        int outer = ber.begin(0);
        ber.element(1, new byte[150]);
        ber.end(outer);
        assertThat(written()).startsWith("a0819a" + "81820096" + "00");
        Tlv element = Tlv.read(ber.octets()).get(0);
        assertThat(element.child(1).orElseThrow().content()).hasSize(150);
        ber.reset();
        outer = ber.begin(0);
        ber.element(1, new byte[300]);
        ber.end(outer);
        assertThat(written()).startsWith("a0820130" + "8182012c");
    }

    private String written() {
        return HexFormat.of().formatHex(ber.octets());
    }
}
