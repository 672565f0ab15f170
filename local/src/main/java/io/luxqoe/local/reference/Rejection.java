package io.luxqoe.local.reference;

import java.nio.file.Path;

/**
 * A row that was not taken.
 *
 * @param line where it begins, from 1
 * @param column name of the column, empty where it is the row as a whole
 * @param reason in words; holds nothing of the row's cells
 */
public record Rejection(Path file, long line, String column, String reason) {}
