package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Gateway;
import io.luxqoe.local.simulator.network.Plmn;
import io.luxqoe.local.simulator.network.RadioCell;
import io.luxqoe.local.simulator.network.Technology;
import io.luxqoe.local.simulator.traffic.UsageRecord;
import io.luxqoe.local.simulator.traffic.UsageRecord.Volume;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * Charging records of a packet gateway as BER: pGWRecord [79] (TS 32.298 V17.9.0 clause 5.2.2.2). Elements come in the
 * order of their tags. Not thread-safe.
 */
public final class PsRecordEncoder {

    private static final int PGW_RECORD = 79;
    private static final int PGW_RECORD_TYPE = 85;
    private static final int SERVED_IMSI = 3;
    private static final int GATEWAY_ADDRESS = 4;
    private static final int CHARGING_ID = 5;
    private static final int SERVING_NODE_ADDRESS = 6;
    private static final int ACCESS_POINT = 7;
    private static final int PDN_TYPE = 8;
    private static final int SERVED_ADDRESS = 9;
    private static final int DYNAMIC_ADDRESS = 11;
    private static final int TRAFFIC_VOLUMES = 12;
    private static final int OPENING_TIME = 13;
    private static final int DURATION = 14;
    private static final int CAUSE_FOR_CLOSING = 15;
    private static final int SEQUENCE_NUMBER = 17;
    private static final int NODE_ID = 18;
    private static final int LOCAL_SEQUENCE_NUMBER = 20;
    private static final int SERVED_MSISDN = 22;
    private static final int SERVING_PLMN = 27;
    private static final int SERVED_IMEI = 29;
    private static final int RAT_TYPE = 30;
    private static final int USER_LOCATION = 32;
    private static final int SERVICE_DATA = 34;
    private static final int START_TIME = 38;
    private static final int STOP_TIME = 39;

    /** IPv4 (TS 29.060 clause 7.7.27). */
    private static final byte[] IPV4 = {(byte) 0xF1, 0x21};
    /** serviceConditionChange: bit 24 of a BIT STRING, recordClosure. */
    private static final byte[] RECORD_CLOSURE_BIT = {7, 0, 0, 0, (byte) 0x80};
    /** changeCondition: recordClosure. */
    private static final int RECORD_CLOSURE = 2;
    /** Octet 1 of the user location (TS 29.274 clause 8.21): which identities follow. */
    private static final int CGI = 1;

    private static final int SAI = 2;
    private static final int TAI_AND_ECGI = 8 | 16;

    private final BerWriter ber = new BerWriter();

    /** The record, outer tag included. */
    public byte[] encode(UsageRecord usage) {
        Gateway gateway = usage.element();
        ber.reset();
        int record = ber.begin(PGW_RECORD);
        ber.integer(0, PGW_RECORD_TYPE);
        ber.element(SERVED_IMSI, Octets.tbcd(usage.served().imsi()));
        address(GATEWAY_ADDRESS, 30, gateway.number());
        ber.integer(CHARGING_ID, usage.chargingId());
        address(SERVING_NODE_ADDRESS, 31, 1);
        ber.element(ACCESS_POINT, ascii(usage.accessPoint()));
        ber.element(PDN_TYPE, IPV4);
        servedAddress(usage);
        ber.element(DYNAMIC_ADDRESS, new byte[] {(byte) 0xFF});
        if (!gateway.countsByService()) {
            trafficVolumes(usage);
        }
        ber.element(OPENING_TIME, Octets.timeStamp(usage.opening(), gateway.zone()));
        ber.integer(DURATION, usage.durationSeconds());
        ber.integer(CAUSE_FOR_CLOSING, usage.causeForRecClosing());
        if (usage.part() > 0) {
            ber.integer(SEQUENCE_NUMBER, usage.part());
        }
        ber.element(NODE_ID, ascii(gateway.id()));
        ber.integer(LOCAL_SEQUENCE_NUMBER, usage.number());
        ber.element(
                SERVED_MSISDN,
                Octets.addressString(Address.INTERNATIONAL, usage.served().msisdn()));
        ber.element(SERVING_PLMN, Octets.plmn(Plmn.HOME));
        ber.element(SERVED_IMEI, Octets.tbcd(usage.served().imei().substring(0, 14) + "01"));
        ber.integer(RAT_TYPE, ratType(usage.technology()));
        if (usage.cell() != null) {
            ber.element(USER_LOCATION, userLocation(usage.cell()));
        }
        if (gateway.countsByService()) {
            serviceData(usage);
        }
        if (usage.part() <= 1) {
            ber.element(START_TIME, Octets.timeStamp(usage.opening(), gateway.zone()));
        }
        if (usage.last()) {
            ber.element(STOP_TIME, Octets.timeStamp(usage.eventTime(), gateway.zone()));
        }
        ber.end(record);
        return ber.octets();
    }

    private void trafficVolumes(UsageRecord usage) {
        int list = ber.begin(TRAFFIC_VOLUMES);
        for (Volume volume : usage.volumes()) {
            int change = ber.beginSequence();
            ber.integer(3, volume.uplink());
            ber.integer(4, volume.downlink());
            ber.integer(5, RECORD_CLOSURE);
            ber.element(6, Octets.timeStamp(usage.eventTime(), usage.element().zone()));
            ber.end(change);
        }
        ber.end(list);
    }

    private void serviceData(UsageRecord usage) {
        int list = ber.begin(SERVICE_DATA);
        int number = 1;
        for (Volume volume : usage.volumes()) {
            int change = ber.beginSequence();
            ber.integer(1, volume.ratingGroup());
            ber.integer(4, number++);
            ber.integer(7, usage.durationSeconds());
            ber.element(8, RECORD_CLOSURE_BIT);
            ber.integer(12, volume.uplink());
            ber.integer(13, volume.downlink());
            ber.element(14, Octets.timeStamp(usage.eventTime(), usage.element().zone()));
            ber.end(change);
        }
        ber.end(list);
    }

    /** An address of a network element: a choice, so that its own tag is explicit. */
    private void address(int tag, int network, int host) {
        int address = ber.begin(tag);
        ber.element(0, new byte[] {10, (byte) network, 0, (byte) host});
        ber.end(address);
    }

    /** The address that the subscriber was given: a choice in a choice. */
    private void servedAddress(UsageRecord usage) {
        int served = ber.begin(SERVED_ADDRESS);
        address(0, 100, (int) (usage.chargingId() & 0x7F));
        ber.end(served);
    }

    private static int ratType(Technology technology) {
        return switch (technology) {
            case UTRAN -> 1;
            case GERAN -> 2;
            case E_UTRAN -> 6;
        };
    }

    private static byte[] userLocation(RadioCell cell) {
        byte[] plmn = Octets.plmn(Plmn.HOME);
        if (cell.technology() == Technology.E_UTRAN) {
            return ByteBuffer.allocate(13)
                    .put((byte) TAI_AND_ECGI)
                    .put(plmn)
                    .putShort((short) cell.areaCode())
                    .put(plmn)
                    .putInt(cell.cellId())
                    .array();
        }
        return ByteBuffer.allocate(8)
                .put((byte) (cell.technology() == Technology.GERAN ? CGI : SAI))
                .put(plmn)
                .putShort((short) cell.areaCode())
                .putShort((short) cell.cellId())
                .array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
