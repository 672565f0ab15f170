package io.luxqoe.decoder.samples;

import static org.assertj.core.api.Assertions.assertThat;

import io.luxqoe.decoder.raw.Reject;
import io.luxqoe.schemas.NetworkEvent;
import io.luxqoe.schemas.VoiceCall;

/** IMS records written by hand. */
public final class ImsCdrs {
    /** 2026-11-20T16:46:00+01:00. */
    public static final String REQUEST = "2611201646002B0100";
    /** 2026-11-20T16:46:10+01:00. */
    public static final String ANSWER = "2611201646102B0100";
    /** 2026-11-20T16:46:15+01:00. */
    public static final String END = Cdrs.TIME;

    private ImsCdrs() {}

    /** The record of that outer tag with these elements besides recordType. */
    public static byte[] record(int tag, byte[]... elements) {
        return Ber.constructed(tag, Ber.primitive(0, String.format("%02x", tag)), Ber.concat(elements));
    }

    /** An INVITE that an S-CSCF served for the calling party, with a request time, and these elements. */
    public static byte[] invite(byte[]... elements) {
        return record(63, Ber.text(2, "INVITE"), Ber.primitive(3, "00"), requested(), Ber.concat(elements));
    }

    /** serviceRequestTimeStamp. */
    public static byte[] requested() {
        return Ber.primitive(9, REQUEST);
    }

    /** Start and end of service delivery, five seconds. */
    public static byte[] delivered() {
        return Ber.concat(Ber.primitive(10, ANSWER), Ber.primitive(11, END));
    }

    /** list-Of-Calling-Party-Address of SIP URIs or tel URIs. */
    public static byte[] calling(String... uris) {
        byte[][] parties = new byte[uris.length][];
        for (int i = 0; i < uris.length; i++) {
            parties[i] = Ber.text(uris[i].startsWith("tel:") ? 1 : 0, uris[i]);
        }
        return Ber.constructed(6, parties);
    }

    /** called-Party-Address that is a SIP URI. */
    public static byte[] called(String uri) {
        return Ber.constructed(7, Ber.text(0, uri));
    }

    /** A SubscriptionID or SubscriberEquipmentNumber: a SET of type and data. */
    public static byte[] typed(int type, String data) {
        return Ber.universal(0x31, Ber.primitive(0, "0" + type), Ber.text(1, data));
    }

    /** listOfReasonHeader. */
    public static byte[] reasons(String... headers) {
        byte[][] strings = new byte[headers.length][];
        for (int i = 0; i < headers.length; i++) {
            byte[] text = Ber.text(0, headers[i]);
            text[0] = 0x19; // GraphicString
            strings[i] = text;
        }
        return Ber.constructed(55, strings);
    }

    /** The only event of that record. */
    public static NetworkEvent event(byte[] record) {
        CollectingSink sink = TestRules.decode(TestRules.decoder("ims-cdr"), record);
        assertThat(sink.rejects).isEmpty();
        assertThat(sink.events).hasSize(1);
        return sink.events.get(0);
    }

    /** The call of the only event of that record. */
    public static VoiceCall call(byte[] record) {
        return (VoiceCall) event(record).getDetails();
    }

    /** The only reject of that record. */
    public static Reject reject(byte[] record) {
        CollectingSink sink = TestRules.decode(TestRules.decoder("ims-cdr"), record);
        assertThat(sink.events).isEmpty();
        assertThat(sink.rejects).hasSize(1);
        return sink.rejects.get(0);
    }
}
