package io.luxqoe.local.simulator.network;

import static io.luxqoe.local.simulator.network.NumberKind.CALL_CENTRE;
import static io.luxqoe.local.simulator.network.NumberKind.CUSTOMER_CARE;
import static io.luxqoe.local.simulator.network.NumberKind.EMERGENCY;
import static io.luxqoe.local.simulator.network.NumberKind.SERVICE;
import static io.luxqoe.local.simulator.network.NumberKind.SHORT;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The numbers of the dialled-number reference (Arcep decision 2018-0881 for emergency numbers). */
final class PublicNumbers {

    private PublicNumbers() {}

    static List<PublicNumber> all() {
        return List.of(
                number("15", EMERGENCY, "LIFE", "SAMU"),
                number("17", EMERGENCY, "LIFE", "Police secours"),
                number("18", EMERGENCY, "LIFE", "Sapeurs-pompiers"),
                number("112", EMERGENCY, "LIFE", "Appel d'urgence europeen"),
                number("114", EMERGENCY, "LIFE", "Urgence sourds et malentendants"),
                number("191", EMERGENCY, "LIFE", "Urgence aeronautique"),
                number("196", EMERGENCY, "LIFE", "Sauvetage en mer"),
                number("197", EMERGENCY, "LIFE", "Alerte attentat et enlevement"),
                number("115", EMERGENCY, "SOCIAL", "Urgence sociale"),
                number("119", EMERGENCY, "SOCIAL", "Enfance en danger"),
                number("116000", EMERGENCY, "SOCIAL", "Enfants disparus"),
                number("116117", EMERGENCY, "SOCIAL", "Permanence des soins"),
                number("3018", SHORT, null, "Harcelement numerique"),
                number("3117", SHORT, null, "Alerte en transport"),
                number("3237", SHORT, null, "Pharmacies de garde"),
                number("3631", SHORT, null, "Service postal"),
                number("3635", SHORT, null, "Transport ferroviaire"),
                number("3646", SHORT, null, "Assurance maladie"),
                number("3919", SHORT, null, "Violences femmes info"),
                number("3939", SHORT, null, "Service public"),
                number("1061", CUSTOMER_CARE, null, "Service client professionnels"),
                number("1064", CUSTOMER_CARE, null, "Service client"),
                number("118218", SERVICE, null, "Renseignements 118218"),
                number("118712", SERVICE, null, "Renseignements 118712"),
                number("116006", SERVICE, null, "Aide aux victimes"),
                number("0800123456", CALL_CENTRE, "Banque Exemple", "Banque Exemple, opposition"),
                number("0809400400", CALL_CENTRE, "Energie Exemple", "Energie Exemple, depannage"),
                new PublicNumber("080566", true, CALL_CENTRE, "Assurance Exemple", "Assurance Exemple, sinistres"));
    }

    private static PublicNumber number(String digits, NumberKind kind, @Nullable String subClass, String name) {
        return new PublicNumber(digits, false, kind, subClass, name);
    }
}
