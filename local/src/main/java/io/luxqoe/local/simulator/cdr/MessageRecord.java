package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.network.Address;
import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.traffic.Direction;
import io.luxqoe.local.simulator.traffic.MessageLeg;

/** The records of short messages in the MSC: moSMSRecord [6] and mtSMSRecord [7]. */
final class MessageRecord {

    private static final int MO_SMS = 6;
    private static final int MT_SMS = 7;
    /**
     * A vendor's running number. The standard has none in the terminating record, so that two messages to one subscriber
     * within a second would be the same octets, and one of them a duplicate.
     */
    private static final int RUNNING_NUMBER = 230;

    /** E.164 digits of the message centre. */
    private static final String SERVICE_CENTRE = "33660003000";

    private final CsRecordEncoder records;
    private final BerWriter ber;

    MessageRecord(CsRecordEncoder records, BerWriter ber) {
        this.records = records;
        this.ber = ber;
    }

    void encode(MessageLeg message) {
        if (message.direction() == Direction.ORIGINATING) {
            originating(message);
        } else {
            terminating(message);
        }
    }

    private void originating(MessageLeg message) {
        Exchange exchange = message.exchange();
        int record = ber.begin(MO_SMS);
        ber.integer(0, MO_SMS);
        records.served(message.served(), exchange.vendor(), 1, 2, 3);
        ber.element(5, Octets.addressString(Address.INTERNATIONAL, SERVICE_CENTRE));
        ber.element(6, Octets.addressString(Address.INTERNATIONAL, exchange.address()));
        records.location(7, message.cell());
        ber.element(8, new byte[] {(byte) message.number()});
        ber.element(9, Octets.timeStamp(message.time(), exchange.zone()));
        result(10, message);
        if (message.destination() != null) {
            Address address = message.destination().address();
            ber.element(12, Octets.addressString(address.typeOfNumber(), address.digits()));
        }
        runningNumber(message);
        ber.end(record);
    }

    private void terminating(MessageLeg message) {
        Exchange exchange = message.exchange();
        int record = ber.begin(MT_SMS);
        ber.integer(0, MT_SMS);
        ber.element(1, Octets.addressString(Address.INTERNATIONAL, SERVICE_CENTRE));
        records.served(message.served(), exchange.vendor(), 2, 3, 4);
        ber.element(6, Octets.addressString(Address.INTERNATIONAL, exchange.address()));
        records.location(7, message.cell());
        ber.element(8, Octets.timeStamp(message.time(), exchange.zone()));
        result(9, message);
        runningNumber(message);
        ber.end(record);
    }

    private void result(int tag, MessageLeg message) {
        if (message.failure() != null) {
            records.messageFailure(
                    tag, message.failure().mapError(), message.failure().code());
        }
    }

    private void runningNumber(MessageLeg message) {
        ber.element(RUNNING_NUMBER, Octets.unsigned(message.number(), 5));
    }
}
