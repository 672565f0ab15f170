package io.luxqoe.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentitySearchTest {

    private static final Line LINE = NetworkModel.of(11).lines().get(17);
    private static final IdentitySearch SEARCH =
            IdentitySearch.of(NetworkModel.of(11).lines());

    @Test
    void findsEachIdentityHoweverItIsWritten() {
        for (String digits : new String[] {LINE.imsi(), LINE.msisdn(), LINE.imei()}) {
            assertThat(SEARCH.find(text("a log line with " + digits + " in it")))
                    .isPresent();
            assertThat(SEARCH.find(text("\"" + swapped(digits) + "\""))).isPresent();
            assertThat(SEARCH.find(HexFormat.of().parseHex("a0ff" + swapped(digits) + "01")))
                    .isPresent();
        }
    }

    @Test
    void findsANumberInItsNationalForm() {
        assertThat(SEARCH.find(text("0" + LINE.msisdn().substring(2)))).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2026-11-20T16:46:15.123Z", "1795190775123 208-20-4660-22136 pPZ3uV0mYy-_A0CkTnB3bQ"})
    void findsNothingWhereThereIsNone(String text) {
        assertThat(SEARCH.find(text(text))).isEmpty();
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String swapped(String digits) {
        String even = digits.length() % 2 == 0 ? digits : digits + "f";
        StringBuilder swapped = new StringBuilder();
        for (int i = 0; i < even.length(); i += 2) {
            swapped.append(even.charAt(i + 1)).append(even.charAt(i));
        }
        return swapped.toString();
    }
}
