/** Streams windows to clients as they are published, and again from where a client left off. */
@NullMarked
package io.luxqoe.kpi.query.stream;

import org.jspecify.annotations.NullMarked;
