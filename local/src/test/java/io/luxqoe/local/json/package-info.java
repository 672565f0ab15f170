@NullMarked
package io.luxqoe.local.json;

import org.jspecify.annotations.NullMarked;
