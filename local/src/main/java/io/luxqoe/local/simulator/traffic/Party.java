package io.luxqoe.local.simulator.traffic;

import io.luxqoe.local.simulator.network.Exchange;
import io.luxqoe.local.simulator.network.Line;
import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.RadioCell;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A subscriber somewhere in the network.
 *
 * @param direction on which side of the call or message
 * @param cell where
 * @param line who
 */
record Party(Direction direction, RadioCell cell, Line line) {

    /** Of a thousand records, so many do not say where the subscriber was. */
    private static final int UNLOCATED_PER_THOUSAND = 4;

    static Party some(Direction direction, NetworkModel network, RandomGenerator random) {
        RadioCell cell = network.someCell(random);
        return new Party(direction, cell, network.someLine(random, cell));
    }

    boolean originating() {
        return direction == Direction.ORIGINATING;
    }

    Exchange exchange() {
        return cell.site().exchange();
    }

    /** The cell as a record shows it: now and then not at all. */
    @Nullable
    RadioCell recordedCell(RandomGenerator random) {
        return random.nextInt(1000) < UNLOCATED_PER_THOUSAND ? null : cell;
    }
}
