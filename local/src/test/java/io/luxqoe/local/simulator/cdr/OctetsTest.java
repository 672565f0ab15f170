package io.luxqoe.local.simulator.cdr;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Plmn;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class OctetsTest {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    @Test
    void aTimeStampIsBcdWithItsOffset() {
        assertThat(hex(Octets.timeStamp(Instant.parse("2026-11-20T15:46:15Z"), PARIS)))
                .isEqualTo("2611201646152b0100");
        assertThat(hex(Octets.timeStamp(Instant.parse("2026-07-01T22:00:00Z"), PARIS)))
                .isEqualTo("2607020000002b0200");
        assertThat(hex(Octets.timeStamp(Instant.parse("2026-01-01T02:00:00Z"), ZoneId.of("America/St_Johns"))))
                .isEqualTo("2512312230002d0330");
    }

    @Test
    void digitsAreTbcdWithAFiller() {
        assertThat(hex(Octets.tbcd("001001386138878"))).isEqualTo("00011083168378f8");
        assertThat(hex(Octets.tbcd("1234"))).isEqualTo("2143");
    }

    @Test
    void anAddressBeginsWithTypeAndPlan() {
        assertThat(hex(Octets.addressString(Address.INTERNATIONAL, "33612345678")))
                .isEqualTo("913316325476f8");
        assertThat(hex(Octets.addressString(Address.NATIONAL, "612345678"))).isEqualTo("a116325476f8");
        assertThat(hex(Octets.directoryNumber(Address.of(Address.UNKNOWN, "112"))))
                .isEqualTo("8111f2");
    }

    @Test
    void aRestrictedNumberHasOctet3a() {
        assertThat(hex(Octets.directoryNumber(new Address(Address.INTERNATIONAL, "3312", true))))
                .isEqualTo("11a33321");
    }

    @Test
    void aPlmnTakesThreeOctets() {
        assertThat(hex(Octets.plmn(Plmn.HOME))).isEqualTo("02f802");
    }

    private static String hex(byte[] octets) {
        return HexFormat.of().formatHex(octets);
    }
}
