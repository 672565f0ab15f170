package io.luxqoe.decoder.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.luxqoe.decoder.digits.Digits;
import io.luxqoe.decoder.raw.DecodeFailure;
import io.luxqoe.decoder.samples.Ber;
import io.luxqoe.decoder.samples.TestRules;
import io.luxqoe.schemas.NetworkEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PseudonymsTest {
    private static final String KEY = "k1:" + Base64.getEncoder().encodeToString(TestRules.secret());

    @TempDir
    Path folder;

    @Test
    void aPseudonymIsTheSameWhetherRememberedOrNotAndWhateverWasBetween() throws Exception {
        Pseudonyms pseudonyms = new Pseudonyms(TestRules.keys(), 4);
        Random random = new Random(1);
        for (int i = 0; i < 5_000; i++) {
            String digits = Integer.toString(1_000_000 + random.nextInt(50));
            assertThat(pseudonyms.ofImsi(digits(digits))).isEqualTo(expected("imsi:" + digits));
            assertThat(pseudonyms.ofMsisdn(digits(digits))).isEqualTo(expected("msisdn:" + digits));
        }
        assertThat(pseudonyms.ofMsisdn(digits("1234567890123456789")))
                .isEqualTo(expected("msisdn:1234567890123456789"));
    }

    @Test
    void withTwoKeysASubscriberIsNamedUnderBothAndWithOneUnderThatAlone() throws Exception {
        String rotated = "k2:" + Base64.getEncoder().encodeToString(Ber.hex("AB".repeat(32))) + "\n" + KEY;
        Pseudonyms before = new Pseudonyms(PseudonymKeys.parse(KEY), 4);
        Pseudonyms overlap = new Pseudonyms(PseudonymKeys.parse(rotated), 4);
        for (int i = 0; i < 100; i++) {
            Digits digits = digits(Integer.toString(208_201_000 + i % 20));
            NetworkEvent old = new NetworkEvent();
            NetworkEvent event = new NetworkEvent();

            before.nameByImsi(old, digits);
            overlap.nameByImsi(event, digits);

            assertThat(old.getSubscriber()).isEqualTo(before.ofImsi(digits));
            assertThat(old.getPseudonymKeyId()).isEqualTo("k1");
            assertThat(old.getPreviousSubscriber()).isNull();
            assertThat(event.getSubscriber()).isEqualTo(overlap.ofImsi(digits)).isNotEqualTo(old.getSubscriber());
            assertThat(event.getPseudonymKeyId()).isEqualTo("k2");
            assertThat(event.getPreviousSubscriber()).isEqualTo(old.getSubscriber());
        }
    }

    @Test
    void aSubscriberWithANumberAloneHasItsPseudonymAndTheOneOfTheKeyBefore() throws Exception {
        String rotated = "k2:" + Base64.getEncoder().encodeToString(Ber.hex("AB".repeat(32))) + "\n" + KEY;
        Pseudonyms overlap = new Pseudonyms(PseudonymKeys.parse(rotated), 4);
        NetworkEvent event = new NetworkEvent();

        overlap.nameByMsisdn(event, digits("33612345678"));

        assertThat(event.getMsisdn()).isEqualTo(overlap.ofMsisdn(digits("33612345678")));
        assertThat(event.getSubscriber()).isEqualTo(event.getMsisdn());
        assertThat(event.getPreviousSubscriber()).isEqualTo(expected("msisdn:33612345678"));
    }

    private static String expected(String message) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(TestRules.secret(), "HmacSHA256"));
        byte[] code = mac.doFinal(message.getBytes(StandardCharsets.US_ASCII));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(code, 16));
    }

    private static Digits digits(String digits) throws DecodeFailure {
        StringBuilder octets = new StringBuilder();
        String even = digits.length() % 2 == 0 ? digits : digits + "F";
        for (int i = 0; i < even.length(); i += 2) {
            octets.append(even.charAt(i + 1)).append(even.charAt(i));
        }
        byte[] bytes = Ber.hex(octets.toString());
        return new Digits().readTbcd(bytes, 0, bytes.length, "test");
    }

    @Test
    void theHomeNetworkHasAnMncAsLongAsItsCountryWritesIt() throws DecodeFailure {
        HomePlmns plmns = new HomePlmns();
        assertThat(plmns.of(digits("208201234567890"))).isEqualTo("208-20");
        assertThat(plmns.of(digits("310410123456789"))).isEqualTo("310-410");
        assertThat(plmns.of(digits("302720123456789"))).isEqualTo("302-720");
        assertThat(plmns.of(digits("722310123456789"))).isEqualTo("722-310");
        assertThat(plmns.of(digits("001011234567890"))).isEqualTo("001-01");
        assertThat(plmns.of(digits("340201234567890"))).isEqualTo("340-20");
    }

    @Test
    void aKeyFileHoldsCommentsAndKeysTheActiveOneFirst() throws IOException {
        Path file = folder.resolve("keys");
        Files.writeString(file, "# since 2026-11\n\n " + KEY + "\nk0:" + KEY.substring(3) + "\n");

        PseudonymKeys keys = PseudonymKeys.load(file);

        assertThat(keys.active().id()).isEqualTo("k1");
        assertThat(keys.keys()).extracting(PseudonymKey::id).containsExactly("k1", "k0");
        assertThat(keys.toString()).doesNotContain(KEY.substring(3)).contains("k1");
    }

    @Test
    void whatIsNoKeyIsRefusedAndNotRepeated() throws IOException {
        String secret = KEY.substring(3);
        for (String text : new String[] {
            "",
            "# nothing",
            secret,
            "k1",
            "k1:",
            "k 1:" + secret,
            "k1:" + secret.substring(4),
            "k1:***",
            KEY + "\n" + KEY
        }) {
            assertThatThrownBy(() -> PseudonymKeys.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(secret.substring(4));
        }
        Path octets = folder.resolve("octets");
        Files.write(octets, new byte[] {(byte) 0xFF, (byte) 0xFE, 0});
        assertThatThrownBy(() -> PseudonymKeys.load(octets)).isInstanceOf(IllegalArgumentException.class);
        assertThat(PseudonymKeys.random().active().id()).isEqualTo("random");
    }
}
