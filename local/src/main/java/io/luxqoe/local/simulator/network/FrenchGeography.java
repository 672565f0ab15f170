package io.luxqoe.local.simulator.network;

import static io.luxqoe.local.simulator.network.Vendor.ERICSSON;
import static io.luxqoe.local.simulator.network.Vendor.HUAWEI;
import static io.luxqoe.local.simulator.network.Vendor.NOKIA;

import java.util.Arrays;
import java.util.List;

/** The thirteen regions of metropolitan France with the towns that have a site, and the exchanges that serve them. */
final class FrenchGeography {

    /** A town with a site: {@code department/name/latitude/longitude}. */
    record Town(String department, String name, double latitude, double longitude) {
        private static Town parse(String line) {
            List<String> parts = Arrays.asList(line.split("/", -1));
            return new Town(
                    parts.get(0), parts.get(1), Double.parseDouble(parts.get(2)), Double.parseDouble(parts.get(3)));
        }
    }

    /** A region with its exchanges, which take its towns in turn. */
    record RegionPlan(Region region, List<String> exchanges, List<Town> towns) {}

    /** Where the hot cell stands: the one that serves far more callers than any other. */
    static final String HOT_TOWN = "La-Defense";

    /** Where a new cell is on air before the cell reference knows it. */
    static final String UNLISTED_TOWN = "Lyon-Part-Dieu";

    private FrenchGeography() {}

    static List<RegionPlan> regions() {
        return List.of(
                plan(
                        "Ile-de-France",
                        ERICSSON,
                        24,
                        "msc-paris-1,msc-paris-2",
                        "92/La-Defense/48.892/2.238",
                        "75/Paris-Gare-de-Lyon/48.844/2.374",
                        "75/Paris-Chatelet/48.859/2.347",
                        "75/Paris-Montmartre/48.887/2.341",
                        "92/Boulogne-Billancourt/48.835/2.241",
                        "93/Saint-Denis/48.936/2.357",
                        "94/Creteil/48.790/2.455",
                        "78/Versailles/48.801/2.130",
                        "77/Melun/48.540/2.660",
                        "95/Cergy/49.036/2.076"),
                plan(
                        "Auvergne-Rhone-Alpes",
                        HUAWEI,
                        11,
                        "msc-lyon-1",
                        "69/Lyon-Part-Dieu/45.761/4.859",
                        "69/Villeurbanne/45.767/4.880",
                        "38/Grenoble/45.188/5.724",
                        "42/Saint-Etienne/45.439/4.387",
                        "63/Clermont-Ferrand/45.777/3.087"),
                plan(
                        "Provence-Alpes-Cote-d-Azur",
                        HUAWEI,
                        9,
                        "msc-marseille-1",
                        "13/Marseille-Vieux-Port/43.295/5.374",
                        "13/Aix-en-Provence/43.529/5.447",
                        "06/Nice/43.710/7.262",
                        "83/Toulon/43.125/5.930"),
                plan(
                        "Occitanie",
                        ERICSSON,
                        10,
                        "msc-toulouse-1",
                        "31/Toulouse-Capitole/43.604/1.443",
                        "34/Montpellier/43.611/3.877",
                        "30/Nimes/43.837/4.360",
                        "66/Perpignan/42.688/2.895"),
                plan(
                        "Nouvelle-Aquitaine",
                        NOKIA,
                        9,
                        "msc-bordeaux-1",
                        "33/Bordeaux/44.838/-0.579",
                        "87/Limoges/45.833/1.262",
                        "86/Poitiers/46.580/0.340"),
                plan(
                        "Hauts-de-France",
                        HUAWEI,
                        8,
                        "msc-lille-1",
                        "59/Lille-Flandres/50.636/3.070",
                        "62/Lens/50.432/2.834",
                        "80/Amiens/49.894/2.296"),
                plan(
                        "Grand-Est",
                        ERICSSON,
                        7,
                        "msc-strasbourg-1",
                        "67/Strasbourg/48.573/7.752",
                        "57/Metz/49.119/6.176",
                        "51/Reims/49.258/4.032"),
                plan(
                        "Pays-de-la-Loire",
                        NOKIA,
                        8,
                        "msc-rennes-1",
                        "44/Nantes/47.218/-1.554",
                        "49/Angers/47.473/-0.555"),
                plan("Bretagne", HUAWEI, 5, "msc-rennes-1", "35/Rennes/48.112/-1.681", "29/Brest/48.390/-4.486"),
                plan("Normandie", ERICSSON, 4, "msc-lille-1", "76/Rouen/49.443/1.099", "14/Caen/49.183/-0.371"),
                plan("Bourgogne-Franche-Comte", HUAWEI, 2, "msc-lyon-1", "21/Dijon/47.322/5.041"),
                plan("Centre-Val-de-Loire", ERICSSON, 2, "msc-bordeaux-1", "45/Orleans/47.903/1.909"),
                plan("Corse", ERICSSON, 1, "msc-marseille-1", "2A/Ajaccio/41.919/8.739"));
    }

    private static RegionPlan plan(String name, Vendor radioVendor, int percent, String exchanges, String... towns) {
        return new RegionPlan(
                new Region(name, radioVendor, percent / 100.0),
                Arrays.asList(exchanges.split(",", -1)),
                Arrays.stream(towns).map(Town::parse).toList());
    }
}
