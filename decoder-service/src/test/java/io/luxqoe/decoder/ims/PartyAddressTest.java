package io.luxqoe.decoder.ims;

import static io.luxqoe.decoder.ims.ImsDecoderTest.pseudonym;
import static io.luxqoe.decoder.samples.ImsCdrs.call;
import static io.luxqoe.decoder.samples.ImsCdrs.invite;
import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.schemas.NumberClass;
import io.luxqoe.schemas.PartyNumber;
import io.luxqoe.schemas.VoiceCall;
import org.junit.jupiter.api.Test;

/** The ways to write a party: URIs of numbers, of names, of services, of nobody. */
class PartyAddressTest {
    private static final String MOBILE = pseudonym("msisdn:33612345678");

    private static PartyNumber party(int alternative, String address) {
        VoiceCall call = call(invite(Ber.constructed(7, Ber.text(alternative, address))));
        assertThat(call.toString()).doesNotContain("612345678").doesNotContain("alice");
        return call.getCalled();
    }

    @Test
    void aNumberHasTheSamePseudonymHoweverItIsWritten() {
        for (String address : new String[] {
            "sip:+33612345678@ims.example.org;user=phone",
            "SIP:+33612345678@ims.example.org",
            "sips:+33612345678@10.1.2.3:5060;transport=tcp",
            "sip:+33612345678;phone-context=example.org@ims.example.org;user=phone",
            "sip:%2B33612345678@ims.example.org",
            "sip:33612345678@ims.example.org",
            "sip:0612345678@ims.example.org;user=phone",
            "sip:0033612345678@ims.example.org",
            "sip:+33612345678:secret@ims.example.org",
            "tel:+33612345678",
            "tel:+33-6-12.34(56)78;npdi",
            "tel:0612345678;phone-context=+33",
            "\"Alice A.\" <sip:+33612345678@ims.example.org>",
            " tel:+33612345678 ",
            "+33612345678"
        }) {
            assertThat(party(0, address).getPseudonym()).as(address).isEqualTo(MOBILE);
            assertThat(party(0, address).getNumberClass()).as(address).isEqualTo(NumberClass.MOBILE);
        }
        assertThat(party(3, "33612345678").getPseudonym()).isEqualTo(MOBILE);
        assertThat(party(3, "447700900123").getCountry()).isEqualTo("44");
    }

    @Test
    void anIdentityThatIsNoNumberIsAPseudonymOfItself() {
        String alice = pseudonym("uri:alice@ims.example.org");
        for (String address : new String[] {
            "sip:alice@ims.example.org",
            "sip:Alice@IMS.example.org;transport=udp",
            "sips:alice@ims.example.org?subject=x",
            "alice@ims.example.org"
        }) {
            assertThat(party(0, address).getPseudonym()).as(address).isEqualTo(alice);
            assertThat(party(0, address).getNumberClass()).isEqualTo(NumberClass.UNKNOWN);
            assertThat(party(0, address).getDigits()).isNull();
        }
    }

    @Test
    void anAddressThatIsMadeOfAnImsiIsNoNumber() {
        PartyNumber party = party(0, "sip:208201234567890@ims.mnc020.mcc208.3gppnetwork.org");

        assertThat(party.getPseudonym()).isEqualTo(pseudonym("uri:208201234567890@ims.mnc020.mcc208.3gppnetwork.org"));
        assertThat(party.getNumberClass()).isEqualTo(NumberClass.UNKNOWN);
    }

    @Test
    void whoIsWithheldIsNobody() {
        for (String address : new String[] {
            "sip:anonymous@anonymous.invalid",
            "Anonymous <sip:c8oqz84zk7z@anonymous.invalid>",
            "sip:unavailable@unknown.invalid",
            "sip:anonymous@ims.example.org",
            "",
            "sip:",
            "tel:",
            "< >"
        }) {
            assertThat(call(invite(Ber.constructed(7, Ber.text(0, address)))).getCalled())
                    .as(address)
                    .isNull();
        }
    }

    @Test
    void ofSeveralAddressesTheNumberCounts() {
        VoiceCall call = call(invite(Ber.constructed(
                6, Ber.text(0, "sip:alice@ims.example.org"), Ber.hex("0401FF"), Ber.text(1, "tel:+33612345678"))));
        assertThat(call.getCalling().getPseudonym()).isEqualTo(MOBILE);

        VoiceCall empty = call(invite(Ber.constructed(6), Ber.constructed(7)));
        assertThat(empty.getCalling()).isNull();
        assertThat(empty.getCalled()).isNull();
    }

    @Test
    void numbersOfServicesKeepTheirDigits() {
        assertThat(party(1, "tel:15;phone-context=ims.mnc020.mcc208.3gppnetwork.org")
                        .getDigits())
                .isEqualTo("15");
        assertThat(party(1, "tel:+33800123456").getDigits()).isEqualTo("0800123456");
        assertThat(party(0, "sip:3631@ims.example.org;user=phone").getNumberClass())
                .isEqualTo(NumberClass.SHORT);
    }
}
