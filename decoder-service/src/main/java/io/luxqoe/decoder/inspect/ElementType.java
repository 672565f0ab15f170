package io.luxqoe.decoder.inspect;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A type of the dictionary. It is complete when the dictionary is. */
final class ElementType {
    /** Added to the number of a universal tag, to keep it apart from context-specific ones. */
    private static final int UNIVERSAL = 1 << 24;

    private final String name;
    private final Kind kind;
    private final boolean secret;
    private final boolean vendor;
    private final Map<Integer, Element> elements = new HashMap<>();
    private final Map<Long, Element> byRecordType = new HashMap<>();
    private final Map<Integer, String> valueNames = new HashMap<>();

    /**
     * An element of a structure.
     *
     * @param field what a decoder that reads it calls it
     * @param list whether it holds any number of its type
     * @param vendor whether a vendor has added it
     */
    record Element(String name, String field, ElementType type, boolean list, boolean vendor) {
        /** An element that decoders call by its name. */
        Element(String name, ElementType type, boolean list, boolean vendor) {
            this(name, name, type, list, vendor);
        }
    }

    ElementType(String name, Kind kind, boolean secret, boolean vendor) {
        this.name = name;
        this.kind = kind;
        this.secret = secret;
        this.vendor = vendor;
    }

    String name() {
        return name;
    }

    Kind kind() {
        return kind;
    }

    /** Whether it identifies a person. */
    boolean isSecret() {
        return secret;
    }

    /** The element with that context-specific tag. */
    @Nullable
    Element element(int tag) {
        return elements.get(tag);
    }

    /** The element with that universal tag. */
    @Nullable
    Element universal(int tag) {
        return elements.get(UNIVERSAL + tag);
    }

    /** The element with that context-specific tag, of a record that holds that recordType. */
    @Nullable
    Element element(int tag, int recordType) {
        Element special = byRecordType.get(key(tag, recordType));
        return special == null ? elements.get(tag) : special;
    }

    /** The name of a number or of a bit. */
    @Nullable
    String valueName(int value) {
        return valueNames.get(value);
    }

    void add(int tag, String elementName, ElementType type, boolean list) {
        int alias = elementName.indexOf('=');
        String elementsName = alias < 0 ? elementName : elementName.substring(0, alias);
        elements.put(tag, new Element(elementsName, elementName.substring(alias + 1), type, list, vendor));
    }

    void addUniversal(int tag, String elementName, ElementType type, boolean list) {
        elements.put(UNIVERSAL + tag, new Element(elementName, type, list, vendor));
    }

    void addFor(int tag, int recordType, String elementName, ElementType type) {
        byRecordType.put(key(tag, recordType), new Element(elementName, type, false, vendor));
    }

    void addValue(int value, String valueName) {
        valueNames.put(value, valueName);
    }

    /** Takes on what the base has and this type has not. */
    void inherit(ElementType base) {
        base.elements.forEach(elements::putIfAbsent);
        base.valueNames.forEach(valueNames::putIfAbsent);
    }

    private static long key(int tag, int recordType) {
        return (long) tag << 32 | recordType;
    }
}
