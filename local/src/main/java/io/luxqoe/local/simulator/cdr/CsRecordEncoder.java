package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.Plmn;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Technology;
import io.luxqoe.local.simulator.network.Vendor;
import io.luxqoe.local.simulator.traffic.CallLeg;
import io.luxqoe.local.simulator.traffic.Direction;
import io.luxqoe.local.simulator.traffic.Leg;
import io.luxqoe.local.simulator.traffic.MessageLeg;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Charging records of the circuit-switched domain as BER (TS 32.298 V17.9.0 clause 5.2.2): MO and MT calls, MO and MT
 * short messages. Elements come in the order of their tags. Not thread-safe.
 */
public final class CsRecordEncoder {

    /** Extension bit of octet 4 of the cause element (TS 24.008 clause 10.5.4.11), which some writers leave in. */
    private static final int EXTENSION_BIT = 0x80;

    private static final int GSM_0408_CAUSE = 0;
    private static final int MAP_ERROR_VALUE = 1;
    private static final int TIME_LIMIT = 0;
    private static final int TELEPHONY = 0x11;
    private static final int EMERGENCY_CALLS = 0x12;
    private static final int TELESERVICE = 3;

    private final BerWriter ber = new BerWriter();

    /** The record of that leg, outer tag included. */
    public byte[] encode(Leg leg) {
        ber.reset();
        if (leg instanceof CallLeg call) {
            encode(call, CallTags.of(call.direction()));
        } else if (leg instanceof MessageLeg message) {
            new MessageRecord(this, ber).encode(message);
        }
        return ber.octets();
    }

    private void encode(CallLeg call, CallTags tags) {
        Exchange exchange = call.exchange();
        boolean originating = call.direction() == Direction.ORIGINATING;
        Address served = Address.of(Address.INTERNATIONAL, call.served().msisdn());
        int record = ber.begin(tags.record);
        ber.integer(CallTags.RECORD_TYPE, tags.record);
        served(call.served(), exchange.vendor(), CallTags.SERVED_IMSI, CallTags.SERVED_IMEI, CallTags.SERVED_MSISDN);
        ber.element(CallTags.CALLING_NUMBER, Octets.directoryNumber(originating ? served : call.other()));
        if (originating) {
            ber.element(CallTags.CALLED_NUMBER, Octets.directoryNumber(call.other()));
        } else if (call.times().answer() != null) {
            ber.element(tags.connectedNumber, Octets.directoryNumber(served));
        }
        ber.element(tags.recordingEntity, Octets.addressString(Address.INTERNATIONAL, exchange.address()));
        if (call.trunkGroup() > 0) {
            trunkGroup(originating ? tags.outgoingTrunkGroup : tags.incomingTrunkGroup, call.trunkGroup(), exchange);
        }
        location(tags.location, call.cell());
        changeOfLocation(call, tags);
        int service = ber.begin(tags.basicService);
        ber.element(TELESERVICE, new byte[] {(byte) (call.emergencyTeleservice() ? EMERGENCY_CALLS : TELEPHONY)});
        ber.end(service);
        times(call, tags);
        ber.integer(tags.causeForTerm, call.ending().causeForTerm());
        @Nullable Integer cause = call.ending().cause();
        if (cause != null) {
            int value = exchange.vendor() == Vendor.HUAWEI ? EXTENSION_BIT | cause : cause;
            diagnostics(tags.causeForTerm + 1, GSM_0408_CAUSE, value);
        }
        references(call, tags);
        systemType(tags.systemType, call.cell());
        if (call.ending().intermediate()) {
            ber.integer(tags.partialRecordType, TIME_LIMIT);
        }
        if (exchange.vendor() == Vendor.HUAWEI) {
            HuaweiElements.append(ber, call);
        }
        ber.end(record);
    }

    private void times(CallLeg call, CallTags tags) {
        ZoneId zone = call.exchange().zone();
        if (call.times().seizure() != null) {
            ber.element(tags.seizureTime, Octets.timeStamp(call.times().seizure(), zone));
        }
        if (call.times().answer() != null) {
            ber.element(tags.seizureTime + 1, Octets.timeStamp(call.times().answer(), zone));
        }
        if (call.times().release() != null) {
            ber.element(tags.seizureTime + 2, Octets.timeStamp(call.times().release(), zone));
        }
        ber.integer(tags.callDuration, call.times().durationSeconds());
    }

    private void references(CallLeg call, CallTags tags) {
        // The exchange's number makes the reference unique in the network.
        ber.element(
                tags.callReference,
                Octets.unsigned(
                        (long) call.exchange().number() << 40 | call.identity().callReference(), 6));
        if (call.identity().part() > 0) {
            ber.integer(tags.callReference + 1, call.identity().part());
        }
        ber.element(tags.networkCallReference, Octets.unsigned(call.identity().networkCallReference(), 5));
        ber.element(
                tags.networkCallReference + 1,
                Octets.addressString(Address.INTERNATIONAL, call.exchange().address()));
    }

    private void changeOfLocation(CallLeg call, CallTags tags) {
        if (call.movedTo() == null || call.times().answer() == null) {
            return;
        }
        int changes = ber.begin(tags.changeOfLocation);
        int change = ber.beginSequence();
        location(0, call.movedTo());
        ber.element(1, Octets.timeStamp(call.times().answer(), call.exchange().zone()));
        ber.end(change);
        ber.end(changes);
    }

    private void trunkGroup(int tag, int number, Exchange exchange) {
        int trunkGroup = ber.begin(tag);
        if (exchange.vendor() == Vendor.ERICSSON) {
            ber.element(1, ascii("TG" + number));
        } else {
            ber.integer(0, number);
        }
        ber.end(trunkGroup);
    }

    /** IMSI, IMEI (Nokia: with the software version, sixteen digits) and MSISDN of the served subscriber. */
    void served(Line line, Vendor vendor, int imsiTag, int imeiTag, int msisdnTag) {
        ber.element(imsiTag, Octets.tbcd(line.imsi()));
        String imei = vendor == Vendor.NOKIA ? line.imei().substring(0, 14) + "01" : line.imei();
        ber.element(imeiTag, Octets.tbcd(imei));
        ber.element(msisdnTag, Octets.addressString(Address.INTERNATIONAL, line.msisdn()));
    }

    /** LocationAreaAndCell, if the record says where. */
    void location(int tag, @Nullable RadioCell cell) {
        if (cell == null) {
            return;
        }
        int location = ber.begin(tag);
        ber.element(0, Octets.unsigned(cell.areaCode(), 2));
        ber.element(1, Octets.unsigned(cell.cellId(), 2));
        ber.element(2, Octets.plmn(Plmn.HOME));
        ber.end(location);
    }

    /** Diagnostics: a choice, so that its own tag is explicit. */
    void diagnostics(int tag, int choice, int value) {
        int diagnostics = ber.begin(tag);
        ber.integer(choice, value);
        ber.end(diagnostics);
    }

    /** Diagnostics of a short message. */
    void messageFailure(int tag, boolean mapError, int code) {
        diagnostics(tag, mapError ? MAP_ERROR_VALUE : GSM_0408_CAUSE, code);
    }

    private void systemType(int tag, @Nullable RadioCell cell) {
        if (cell != null) {
            ber.integer(tag, cell.technology() == Technology.UTRAN ? 1 : 2);
        }
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
