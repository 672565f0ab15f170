package io.luxqoe.decoder.ims;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The header P-Access-Network-Info in the ways that it is written. */
class AccessNetworkTest {
    private static @Nullable Location location(String... headers) {
        AccessNetwork network = new AccessNetwork();
        for (String header : headers) {
            network.read(header);
        }
        return network.location();
    }

    private static void assertCell(RadioTechnology technology, String cellKey, String... headers) {
        Location location = location(headers);
        assertThat(location).isNotNull();
        assertThat(location.getRadioTechnology()).isEqualTo(technology);
        assertThat(location.getCellKey()).isEqualTo(cellKey);
        assertThat(cellKey).isEqualTo(location.getPlmn() + "-" + location.getAreaCode() + "-" + location.getCellId());
    }

    @Test
    void eachTechnologyHasCellsOfItsOwnWidth() {
        assertCell(RadioTechnology.GERAN, "208-20-4660-22136", "3GPP-GERAN;cgi-3gpp=2082012345678");
        assertCell(
                RadioTechnology.UTRAN, "208-20-4660-90580824", "3GPP-UTRAN-FDD; utran-cell-id-3gpp=2082012345662758");
        assertCell(RadioTechnology.E_UTRAN, "208-20-4660-1", "3GPP-E-UTRAN-TDD;utran-cell-id-3gpp=2082012340000001");
        assertCell(RadioTechnology.NR, "001-01-12594-114689", "3GPP-NR-TDD;utran-cell-id-3gpp=0010100313200001c001");
    }

    @Test
    void theNetworkCodeHasTwoDigitsOrThree() {
        assertCell(RadioTechnology.E_UTRAN, "310-410-1-2", "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=31041000010000002");
        assertCell(RadioTechnology.NR, "302-720-1-68719476735", "3GPP-NR;utran-cell-id-3gpp=302720000001FFFFFFFFF");
        assertCell(RadioTechnology.E_UTRAN, "208-20-1-2", "3GPP-E-UTRAN;utran-cell-id-3gpp=20820000102");
        assertCell(RadioTechnology.E_UTRAN, "310-410-1-2", "3GPP-E-UTRAN;utran-cell-id-3gpp=310410000102");
    }

    @Test
    void caseQuotesBlanksAndOtherParametersDoNotMatter() {
        for (String header : new String[] {
            "3gpp-e-utran-fdd;UTRAN-CELL-ID-3GPP=208201234000abcd",
            "3GPP-E-UTRAN-FDD; utran-cell-id-3gpp=\"208201234000ABCD\"; sbc-domain=example.org",
            "3GPP-E-UTRAN-FDD;local-time-zone=\"2026-11-20T16:46:15+01:00, or; so\";utran-cell-id-3gpp = 208201234000ABCD",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=208201234000ABCD;network-provided",
            "IEEE-802.11;i-wlan-node-id=aabbccddeeff, 3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=208201234000ABCD"
        }) {
            assertCell(RadioTechnology.E_UTRAN, "208-20-4660-43981", header);
        }
    }

    @Test
    void whatTheNetworkProvidedGoesBeforeWhatTheDeviceSaid() {
        String device = "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082000010000001";
        String network = "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082000020000002;network-provided";

        assertCell(RadioTechnology.E_UTRAN, "208-20-2-2", device, network);
        assertCell(RadioTechnology.E_UTRAN, "208-20-2-2", network, device);
        assertCell(RadioTechnology.E_UTRAN, "208-20-2-2", device + ", " + network);
    }

    @Test
    void whatSaysNoCellOrMakesNoSenseIsNoLocation() {
        for (String header : new String[] {
            "",
            ";;;,,,;=",
            "IEEE-802.11;i-wlan-node-id=aabbccddeeff",
            "3GPP-E-UTRAN-FDD",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=20820",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082012340ABCDEG",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=20A2012340ABCDEF",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=208A012340ABCDEF",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=2082012340ABCDEF0123456789",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=\u0662\u0660\u06682012340ABCDEF",
            "3GPP-GERAN;utran-cell-id-3gpp=2082012345678",
            "ADSL;utran-cell-id-3gpp=2082012340ABCDEF",
            "3GPP-E-UTRAN-FDD;utran-cell-id-3gpp=\"2082012340ABCDEF"
        }) {
            assertThat(location(header)).as(header).isNull();
        }
    }
}
