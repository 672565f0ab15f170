package io.luxqoe.local.simulator.delivery;

import io.luxqoe.local.simulator.network.NetworkModel;
import io.luxqoe.local.simulator.network.PublicNumber;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;

/** The numbering rules of the decoder and the dialled-number reference, as a test reads them off the digits. */
final class NumberingRules {

    private static final Set<String> EMERGENCIES =
            Set.of("15", "17", "18", "112", "114", "115", "116000", "116117", "119", "191", "196", "197");

    private final NetworkModel network;

    NumberingRules(NetworkModel network) {
        this.network = network;
    }

    /** Value on the axis of a number dialled with that type of number. */
    String onAxis(int typeOfNumber, String digits, boolean emergencyTeleservice) {
        if (emergencyTeleservice || EMERGENCIES.contains(digits)) {
            return "emergency";
        }
        if (typeOfNumber == 1) {
            return digits.startsWith("33") ? french(digits.substring(2)) : "international";
        }
        if (typeOfNumber == 0 && digits.startsWith("00")) {
            return digits.startsWith("0033") ? french(digits.substring(4)) : "international";
        }
        if (digits.length() == 10 && digits.startsWith("0")) {
            return french(digits.substring(1));
        }
        if (typeOfNumber == 2 && digits.length() == 9) {
            return french(digits);
        }
        if (digits.matches("3\\d{3}")) {
            return listed(digits).orElse("short");
        }
        if (digits.matches("10\\d{2}")) {
            return listed(digits).orElse("customer-care");
        }
        if (digits.matches("11[68]\\d{3}")) {
            return listed(digits).orElse("service");
        }
        return "unknown";
    }

    private String french(String significant) {
        if (significant.matches("[67].*")) {
            return "mobile";
        } else if (significant.matches("[1-59].*")) {
            return "fixed";
        } else if (significant.matches("80[0-5].*")) {
            return listed("0" + significant).orElse("freephone");
        } else if (significant.matches("80[6-9].*")) {
            return listed("0" + significant).orElse("service");
        } else if (significant.matches("8[129].*")) {
            return "premium";
        }
        return "unknown";
    }

    private Optional<String> listed(String digits) {
        return network.publicNumbers().stream()
                .filter(number -> number.prefix() ? digits.startsWith(number.digits()) : digits.equals(number.digits()))
                .max(Comparator.comparingInt(
                        (PublicNumber number) -> number.digits().length()))
                .map(number -> number.kind().onAxis());
    }
}
