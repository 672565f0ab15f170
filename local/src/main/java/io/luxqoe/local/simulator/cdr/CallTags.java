package io.luxqoe.local.simulator.cdr;

import io.luxqoe.local.simulator.traffic.Direction;

/** Tags of the call records (TS 32.298 V17.9.0): the two kinds number the same fields differently. */
enum CallTags {
    MO(0, 7, 9, 10, 11, 12, 13, 14, 22, 25, 30, 32, 38, 61, 69),
    MT(1, 5, 6, 7, 8, 9, 10, 11, 19, 22, 27, 29, 33, 46, 54);

    /** The same in both kinds. */
    static final int RECORD_TYPE = 0;

    static final int SERVED_IMSI = 1;
    static final int SERVED_IMEI = 2;
    static final int SERVED_MSISDN = 3;
    static final int CALLING_NUMBER = 4;
    /** In the MO record only. */
    static final int CALLED_NUMBER = 5;

    /** Outer tag, and value of recordType. */
    final int record;

    final int connectedNumber;
    final int recordingEntity;
    final int incomingTrunkGroup;
    final int outgoingTrunkGroup;
    final int location;
    final int changeOfLocation;
    final int basicService;
    /** answerTime and releaseTime follow. */
    final int seizureTime;

    final int callDuration;
    /** diagnostics follows. */
    final int causeForTerm;

    /** sequenceNumber follows. */
    final int callReference;

    /** mSCAddress follows. */
    final int networkCallReference;

    final int systemType;
    final int partialRecordType;

    CallTags(int... tags) {
        record = tags[0];
        connectedNumber = tags[1];
        recordingEntity = tags[2];
        incomingTrunkGroup = tags[3];
        outgoingTrunkGroup = tags[4];
        location = tags[5];
        changeOfLocation = tags[6];
        basicService = tags[7];
        seizureTime = tags[8];
        callDuration = tags[9];
        causeForTerm = tags[10];
        callReference = tags[11];
        networkCallReference = tags[12];
        systemType = tags[13];
        partialRecordType = tags[14];
    }

    static CallTags of(Direction direction) {
        return direction == Direction.ORIGINATING ? MO : MT;
    }
}
