package io.luxqoe.local.simulator.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The devices in use. The TACs are the simulator's own and belong to no real device. */
final class Handsets {

    private static final Map<String, List<String>> MODELS = models();

    private Handsets() {}

    /** About sixty types, the last of which no reference knows. */
    static List<Handset> all() {
        List<Handset> handsets = new ArrayList<>();
        MODELS.forEach((manufacturer, models) -> {
            for (String model : models) {
                handsets.add(new Handset(tac(handsets.size()), manufacturer, model, true));
            }
        });
        handsets.add(new Handset(tac(handsets.size()), "Import", "G-1", false));
        return handsets;
    }

    /** Eight digits: reporting body 35, then six that spread over the range. */
    private static String tac(int ordinal) {
        return "35" + (100_000 + ordinal * 14_983 % 900_000);
    }

    private static Map<String, List<String>> models() {
        Map<String, List<String>> models = new LinkedHashMap<>();
        models.put("Apple", List.of("iPhone SE", "iPhone 12", "iPhone 13", "iPhone 14", "iPhone 15", "iPhone 16"));
        models.put(
                "Samsung",
                List.of(
                        "Galaxy A14",
                        "Galaxy A25",
                        "Galaxy A34",
                        "Galaxy A54",
                        "Galaxy S21",
                        "Galaxy S22",
                        "Galaxy S23",
                        "Galaxy S24",
                        "Galaxy XCover 6"));
        models.put(
                "Xiaomi", List.of("Redmi 10", "Redmi 12", "Redmi Note 11", "Redmi Note 13", "Xiaomi 12", "Xiaomi 14"));
        models.put("Huawei", List.of("P20", "P30", "P40", "Nova 9", "Y6"));
        models.put("Google", List.of("Pixel 6", "Pixel 7", "Pixel 8", "Pixel 9"));
        models.put("Oppo", List.of("A16", "A57", "Find X5", "Reno 8"));
        models.put("Motorola", List.of("Moto E13", "Moto G32", "Moto G54", "Edge 40"));
        models.put("Nokia", List.of("105", "3310", "G22", "8210"));
        models.put("Sony", List.of("Xperia 1", "Xperia 5", "Xperia 10"));
        models.put("Crosscall", List.of("Action-X5", "Core-X5", "Stellar-X5"));
        models.put("Doro", List.of("6820", "8050", "8210"));
        models.put("OnePlus", List.of("Nord 2", "Nord 3", "11"));
        models.put("Honor", List.of("Magic 5", "90 Lite", "X6"));
        models.put("Wiko", List.of("Y62", "T50"));
        models.put("Teltonika", List.of("FMB920", "FMC130"));
        return models;
    }
}
