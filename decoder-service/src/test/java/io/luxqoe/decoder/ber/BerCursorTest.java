package io.luxqoe.decoder.ber;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.samples.Ber;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class BerCursorTest {
    private final BerCursor cursor = new BerCursor();

    private BerCursor over(String octets) {
        byte[] bytes = Ber.hex(octets);
        return cursor.over(bytes, 0, bytes.length);
    }

    @Test
    void elementsOfEveryFormAreWalked() throws DecodeFailure {
        over("80 01 05  BF27 02 0102  BF8148 00  30 8103 AABBCC  9F 84 01 82 0001 FF");

        assertElement(2, 0, false, 2, 3);
        assertElement(2, 39, true, 6, 8);
        assertElement(2, 200, true, 12, 12);
        assertElement(0, 16, true, 15, 18);
        assertElement(2, 513, false, 24, 25);
        assertThat(cursor.next()).isFalse();
    }

    private void assertElement(int tagClass, int number, boolean constructed, int from, int to) throws DecodeFailure {
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.tagClass()).isEqualTo(tagClass);
        assertThat(cursor.tagNumber()).isEqualTo(number);
        assertThat(cursor.isConstructed()).isEqualTo(constructed);
        assertThat(cursor.valueStart()).isEqualTo(from);
        assertThat(cursor.valueEnd()).isEqualTo(to);
    }

    @Test
    void anElementOfIndefiniteLengthEndsAtItsOwnEndOfContents() throws DecodeFailure {
        over("A080 A180 8002 0000 0000 8101 07 0000 8201 09");

        assertElement(2, 0, true, 2, 13);
        assertThat(cursor.end()).isEqualTo(15);
        assertElement(2, 2, false, 17, 18);
    }

    @Test
    void whatIsNoBerIsATypedFailure() {
        for (String octets : new String[] {
            "80", // no length
            "8002 01", // shorter than its length
            "80 84 7FFFFFFF 00", // far shorter
            "80 84 FFFFFFFF 00", // a length that is negative as an int
            "80 88 FFFFFFFFFFFFFFFF 00",
            "80 FE 00", // 126 octets of length
            "80 FF 00", // reserved
            "8080 0000", // primitive of indefinite length
            "A080 800101", // no end of contents
            "9F", // no tag
            "9F FFFFFFFF 01 00", // a tag beyond all bounds
            "1F8080808080"
        }) {
            over(octets);
            assertThatThrownBy(cursor::next)
                    .as(octets)
                    .isInstanceOfSatisfying(DecodeFailure.class, failure -> assertThat(failure.reason())
                            .isEqualTo(RejectReason.MALFORMED_BER));
        }
    }

    @Test
    void aLengthWithLeadingZerosIsALength() throws DecodeFailure {
        over("80 86 000000000001 07");

        assertElement(2, 0, false, 8, 9);
    }

    @Test
    void nestingBeyondTheLimitIsATypedFailureAndTakesNoStack() {
        byte[] bomb = new byte[2_000_000];
        for (int i = 0; i < bomb.length; i += 2) {
            bomb[i] = (byte) 0xA0;
            bomb[i + 1] = (byte) 0x80;
        }
        cursor.over(bomb, 0, bomb.length);

        assertThatThrownBy(cursor::next)
                .isInstanceOfSatisfying(DecodeFailure.class, failure -> assertThat(failure.reason())
                        .isEqualTo(RejectReason.NESTED_TOO_DEEP));
    }

    @Test
    void nothingOutsideTheSliceIsRead() throws DecodeFailure {
        byte[] octets = Ber.hex("AAAA 8001 05 8003 010203");
        cursor.over(octets, 2, 8);

        assertElement(2, 0, false, 4, 5);
        assertThatThrownBy(cursor::next).isInstanceOf(DecodeFailure.class);
        assertThat(cursor.octets()).isSameAs(octets).isEqualTo(Arrays.copyOf(octets, octets.length));
    }

    @Test
    void integersHaveASignAndARange() throws DecodeFailure {
        assertThat(integer("7F")).isEqualTo(127);
        assertThat(integer("80")).isEqualTo(-128);
        assertThat(integer("00C8")).isEqualTo(200);
        assertThat(integer("7FFFFFFFFFFFFFFF")).isEqualTo(Long.MAX_VALUE);
        assertThatThrownBy(() -> integer("")).isInstanceOf(DecodeFailure.class);
        assertThatThrownBy(() -> integer("000000000000000001")).isInstanceOf(DecodeFailure.class);
        assertThatThrownBy(() -> BerInteger.read(Ber.hex("80"), 0, 1, "callDuration", 0, 10))
                .isInstanceOf(DecodeFailure.class)
                .hasMessageContaining("callDuration");
    }

    private static long integer(String octets) throws DecodeFailure {
        byte[] bytes = Ber.hex(octets);
        return BerInteger.read(bytes, 0, bytes.length, "field", Long.MIN_VALUE, Long.MAX_VALUE);
    }
}
