/** A raw format of the smallest kind: the worked example of docs/formats.md. */
@NullMarked
package io.luxqoe.decoder.example;

import org.jspecify.annotations.NullMarked;
