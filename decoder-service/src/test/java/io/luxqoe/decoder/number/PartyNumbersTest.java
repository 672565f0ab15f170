package io.luxqoe.decoder.number;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.identity.Pseudonyms;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PartyNumbersTest {
    private final Pseudonyms pseudonyms = new Pseudonyms(TestRules.keys(), 64);
    private final PartyNumbers numbers = new PartyNumbers(NumberingRules.french(), pseudonyms);

    /** Type and plan octet, digits, class, kept digits, digits of the pseudonym, country. */
    @ParameterizedTest
    @CsvSource({
        "81, 15, EMERGENCY, 15,,",
        "81, 17, EMERGENCY, 17,,",
        "81, 112, EMERGENCY, 112,,",
        "A1, 112, EMERGENCY, 112,,",
        "81, 116000, EMERGENCY, 116000,,",
        "81, 116117, EMERGENCY, 116117,,",
        "81, 0612345678, MOBILE,, 33612345678,",
        "81, 0712345678, MOBILE,, 33712345678,",
        "A1, 612345678, MOBILE,, 33612345678,",
        "A1, 0612345678, MOBILE,, 33612345678,",
        "C1, 0612345678, MOBILE,, 33612345678,",
        "91, 33612345678, MOBILE,, 33612345678,",
        "81, 0033612345678, MOBILE,, 33612345678,",
        "91, 3370012345678, MOBILE,, 3370012345678,",
        "91, 33145678901, FIXED,, 33145678901,",
        "81, 0145678901, FIXED,, 33145678901,",
        "81, 0945678901, FIXED,, 33945678901,",
        "81, 0800123456, FREEPHONE, 0800123456,,",
        "91, 33805123456, FREEPHONE, 0805123456,,",
        "A1, 806123456, SERVICE, 0806123456,,",
        "81, 0809123456, SERVICE, 0809123456,,",
        "81, 0811123456, PREMIUM,, 33811123456,",
        "81, 0825123456, PREMIUM,, 33825123456,",
        "91, 33899123456, PREMIUM,, 33899123456,",
        "81, 0836123456, UNKNOWN,, 33836123456,",
        "81, 3631, SHORT, 3631,,",
        "A1, 3000, SHORT, 3000,,",
        "81, 1064, CUSTOMER_CARE, 1064,,",
        "81, 118712, SERVICE, 118712,,",
        "81, 116123, SERVICE, 116123,,",
        "91, 447911123456, INTERNATIONAL,, 447911123456, 44",
        "81, 0049301234567, INTERNATIONAL,, 49301234567, 49",
        "91, 12025550123, INTERNATIONAL,, 12025550123, 1",
        "91, 79161234567, INTERNATIONAL,, 79161234567, 7",
        "91, 352621123456, INTERNATIONAL,, 352621123456, 352",
        "91, 212612345678, INTERNATIONAL,, 212612345678, 212",
        "91, 0612345678, INTERNATIONAL,, 0612345678,",
        "91, 3315, UNKNOWN,, 3315,",
        "91, 331456789012, UNKNOWN,, 331456789012,",
        "81, 612345678, UNKNOWN,, 612345678,",
        "81, 4000, UNKNOWN,, 4000,",
        "81, 99, UNKNOWN,, 99,",
        "A1, 3791521531, UNKNOWN,, 3791521531,",
    })
    void aNumberHasTheClassOfItsRange(
            String type,
            String digits,
            NumberClass numberClass,
            @Nullable String kept,
            @Nullable String pseudonymised,
            @Nullable String country)
            throws DecodeFailure {
        PartyNumber number = party(type + tbcd(digits), false);

        assertThat(number.getNumberClass()).isEqualTo(numberClass);
        assertThat(number.getDigits()).isEqualTo(kept);
        assertThat(number.getPseudonym()).isEqualTo(pseudonymised == null ? null : pseudonym(pseudonymised));
        assertThat(number.getCountry()).isEqualTo(country);
    }

    @Test
    void theServiceOfTheCallMakesItAnEmergencyWhateverTheDigits() throws DecodeFailure {
        PartyNumber number = party("81" + tbcd("911"), true);

        assertThat(number.getNumberClass()).isEqualTo(NumberClass.EMERGENCY);
        assertThat(number.getDigits())
                .as("only listed numbers are surely no person's")
                .isNull();
        assertThat(number.getPseudonym()).isEqualTo(pseudonym("911"));
    }

    @Test
    void anOctet3aIsNoDigit() throws DecodeFailure {
        PartyNumber number = party("21 A3" + tbcd("612345678"), false);

        assertThat(number.getNumberClass()).isEqualTo(NumberClass.MOBILE);
        assertThat(number.getTypeOfNumber()).isEqualTo(2);
        assertThat(number.getNumberingPlan()).isEqualTo(1);
    }

    @Test
    void aServedNumberIsNeverKeptWhateverItsClass() throws DecodeFailure {
        for (String digits : new String[] {"33800123456", "15", "3631", "112"}) {
            PartyNumber number = served("91" + tbcd(digits));
            assertThat(number.getDigits()).isNull();
            assertThat(number.getPseudonym()).isEqualTo(pseudonym(digits));
        }
        assertThat(served("91" + tbcd("33800123456")).getNumberClass()).isEqualTo(NumberClass.FREEPHONE);
    }

    @Test
    void aServedNumberWithoutItsTypeOctetIsTheSameNumber() throws DecodeFailure {
        for (String octets : new String[] {
            "91" + tbcd("33612345678"), "A1" + tbcd("612345678"), "A1" + tbcd("0612345678"), tbcd("33612345678")
        }) {
            PartyNumber number = served(octets);
            assertThat(number.getNumberClass()).as(octets).isEqualTo(NumberClass.MOBILE);
            assertThat(number.getPseudonym()).as(octets).isEqualTo(pseudonym("33612345678"));
        }
    }

    @Test
    void aServedNumberThatBeginsAsATypeOctetMightIsDigitsUnlessThePlanIsThatOfTelephony() throws DecodeFailure {
        assertThat(served("9306168194").getPseudonym()).isEqualTo(pseudonym("3960611849"));
        assertThat(served("9801078503").getPseudonym()).isEqualTo(pseudonym("8910705830"));
    }

    @Test
    void aDestinationOfAShortMessageMayBeginWithTheNumberOfItsDigits() throws DecodeFailure {
        assertThat(destination("91" + tbcd("33612345678")).getPseudonym()).isEqualTo(pseudonym("33612345678"));
        assertThat(destination("0B91" + tbcd("33612345678")).getPseudonym()).isEqualTo(pseudonym("33612345678"));
        assertThat(destination("81" + tbcd("36180")).getNumberClass()).isEqualTo(NumberClass.UNKNOWN);
        PartyNumber letters = destination("0A D0 E8329BFD06");
        assertThat(letters.getNumberClass()).isEqualTo(NumberClass.UNKNOWN);
        assertThat(letters.getPseudonym()).isNull();
    }

    @Test
    void starsAndHashesAreDigitsOfANumberThatNobodyKnows() throws DecodeFailure {
        PartyNumber number = party("81" + tbcd("*31#0612345678"), false);

        assertThat(number.getNumberClass()).isEqualTo(NumberClass.UNKNOWN);
        assertThat(number.getDigits()).isNull();
        assertThat(number.getPseudonym()).isEqualTo(pseudonym("*31#0612345678"));
    }

    @Test
    void digitsBehindTheFillerAndTooManyAreRefused() {
        assertThatThrownBy(() -> party("81" + "1F", false)).isInstanceOf(DecodeFailure.class);
        assertThatThrownBy(() -> party("81" + "11".repeat(21), false)).isInstanceOf(DecodeFailure.class);
    }

    private PartyNumber party(String octets, boolean emergencyCall) throws DecodeFailure {
        byte[] bytes = Ber.hex(octets);
        return numbers.party(bytes, 0, bytes.length, emergencyCall, "calledNumber");
    }

    private PartyNumber served(String octets) throws DecodeFailure {
        byte[] bytes = Ber.hex(octets);
        return numbers.served(bytes, 0, bytes.length, "servedMSISDN");
    }

    private PartyNumber destination(String octets) throws DecodeFailure {
        byte[] bytes = Ber.hex(octets);
        return numbers.destination(bytes, 0, bytes.length, "destinationNumber");
    }

    private String pseudonym(String digits) throws DecodeFailure {
        byte[] octets = Ber.hex(tbcd(digits));
        return pseudonyms.ofMsisdn(new Digits().readTbcd(octets, 0, octets.length, "test"));
    }

    static String tbcd(String digits) {
        String even = digits.replace('*', 'A').replace('#', 'B') + (digits.length() % 2 == 0 ? "" : "F");
        StringBuilder octets = new StringBuilder();
        for (int i = 0; i < even.length(); i += 2) {
            octets.append(even.charAt(i + 1)).append(even.charAt(i));
        }
        return octets.toString();
    }
}
