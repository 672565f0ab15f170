/** The files of Huawei's MSC: one SEQUENCE around all records. */
@NullMarked
package io.luxqoe.decoder.huawei;

import org.jspecify.annotations.NullMarked;
