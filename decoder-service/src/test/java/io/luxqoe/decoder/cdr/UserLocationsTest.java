package io.luxqoe.decoder.cdr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.raw.RejectReason;
import io.luxqoe.decoder.raw.UserLocationForm;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.schemas.Location;
import io.luxqoe.schemas.RadioTechnology;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class UserLocationsTest {
    private static final String PLMN = "02F802";
    private static final String AREA_CELL = PLMN + "1234" + "ABCD";
    private static final String TAI = PLMN + "0102";
    private static final String ECGI = PLMN + "F1234567";
    private static final String TAI_5GS = PLMN + "010203";
    private static final String NCGI = PLMN + "F123456789";

    private final UserLocations locations = new UserLocations(new Cells());

    private @Nullable Location read(String octets, RadioTechnology technology, UserLocationForm form)
            throws DecodeFailure {
        byte[] padded = Ber.hex("FF" + octets + "FF");
        return locations.read(padded, 1, padded.length - 1, technology, form, "userLocationInformation");
    }

    private @Nullable Location read(String octets) throws DecodeFailure {
        return read(octets, RadioTechnology.UNKNOWN, UserLocationForm.AUTOMATIC);
    }

    private void assertCell(String octets, RadioTechnology technology, String key) throws DecodeFailure {
        Location location = read(octets);
        assertThat(location).isNotNull();
        assertThat(location.getCellKey()).isEqualTo(key);
        assertThat(location.getRadioTechnology()).isEqualTo(technology);
    }

    @Test
    void theBitmapOfGtpv2AnnouncesWhatFollows() throws DecodeFailure {
        assertCell("18" + TAI + ECGI, RadioTechnology.E_UTRAN, "208-20-258-19088743");
        assertCell("10" + ECGI, RadioTechnology.E_UTRAN, "208-20-0-19088743");
        assertCell("01" + AREA_CELL, RadioTechnology.GERAN, "208-20-4660-43981");
        assertCell("02" + AREA_CELL, RadioTechnology.UTRAN, "208-20-4660-43981");
        assertCell("0A" + AREA_CELL + TAI, RadioTechnology.UTRAN, "208-20-4660-43981");
        assertCell("0D" + AREA_CELL + PLMN + "1234FFFF" + TAI, RadioTechnology.GERAN, "208-20-4660-43981");
        assertCell("58" + TAI + ECGI + PLMN + "000001", RadioTechnology.E_UTRAN, "208-20-258-19088743");
        assertThat(read("08" + TAI)).isNull();
        assertThat(read("04" + PLMN + "1234FFFF")).isNull();
        assertThat(read("80" + PLMN + "000001")).isNull();
        assertThat(read("")).isNull();
    }

    @Test
    void theMostExactIdentityCounts() throws DecodeFailure {
        String all = "3F" + AREA_CELL + PLMN + "55556666" + PLMN + "1234FFFF" + TAI + ECGI + PLMN + "1234";

        assertCell(all, RadioTechnology.E_UTRAN, "208-20-258-19088743");
        assertCell("03" + AREA_CELL + PLMN + "55556666", RadioTechnology.GERAN, "208-20-4660-43981");
    }

    @Test
    void theTypesOfDiameterAreToldFromBitmapsByTheirLength() throws DecodeFailure {
        assertCell("81" + ECGI, RadioTechnology.E_UTRAN, "208-20-0-19088743");
        assertCell("82" + TAI + ECGI, RadioTechnology.E_UTRAN, "208-20-258-19088743");
        assertCell("87" + NCGI, RadioTechnology.NR, "208-20-0-4886718345");
        assertCell("89" + TAI_5GS + NCGI, RadioTechnology.NR, "208-20-66051-4886718345");
        assertThat(read("80" + TAI)).isNull();
        assertThat(read("88" + TAI_5GS)).isNull();
        assertThat(read("83" + PLMN + "000001")).isNull();
        assertThat(read("8A" + PLMN + "00000001")).isNull();
        assertCell("89" + AREA_CELL + TAI + PLMN + "000001", RadioTechnology.GERAN, "208-20-4660-43981");
    }

    @Test
    void theTypeOfGtpv1IsReadWhereItIsClearOrConfigured() throws DecodeFailure {
        assertCell("00" + AREA_CELL, RadioTechnology.GERAN, "208-20-4660-43981");
        assertThat(read("01" + AREA_CELL, RadioTechnology.UNKNOWN, UserLocationForm.GTPV1))
                .extracting(Location::getRadioTechnology)
                .isEqualTo(RadioTechnology.UTRAN);
        assertThat(read("02" + PLMN + "123401FF", RadioTechnology.UNKNOWN, UserLocationForm.GTPV1))
                .isNull();
        assertThat(read("02" + PLMN + "123401")).isNull();
        assertThat(read("03" + AREA_CELL, RadioTechnology.UNKNOWN, UserLocationForm.GTPV1))
                .isNull();
        assertThat(read("00" + AREA_CELL, RadioTechnology.UNKNOWN, UserLocationForm.GTPV2))
                .isNull();
    }

    @Test
    void whatTheRecordSaysOfTheRadioAccessCountsMoreThanTheKindOfCell() throws DecodeFailure {
        assertThat(read("18" + TAI + ECGI, RadioTechnology.NB_IOT, UserLocationForm.AUTOMATIC))
                .extracting(Location::getRadioTechnology)
                .isEqualTo(RadioTechnology.NB_IOT);
    }

    @Test
    void theSameCellIsTheSameLocation() throws DecodeFailure {
        assertThat(read("18" + TAI + ECGI)).isSameAs(read("18" + TAI + ECGI));
    }

    @Test
    void octetsBehindTheAnnouncedOnesArePassedOver() throws DecodeFailure {
        assertCell("18" + TAI + ECGI + "0000", RadioTechnology.E_UTRAN, "208-20-258-19088743");
    }

    @Test
    void fewerOctetsThanAnnouncedAreRefused() {
        for (String octets : new String[] {"18" + TAI, "01" + PLMN, "00", "82" + TAI, "FF"}) {
            assertThatThrownBy(() -> read(octets))
                    .asInstanceOf(InstanceOfAssertFactories.type(DecodeFailure.class))
                    .extracting(DecodeFailure::reason)
                    .isEqualTo(RejectReason.BAD_LENGTH);
        }
        assertThatThrownBy(() -> read("01" + "02A802" + "12345678"))
                .asInstanceOf(InstanceOfAssertFactories.type(DecodeFailure.class))
                .extracting(DecodeFailure::reason)
                .isEqualTo(RejectReason.BAD_VALUE);
    }
}
