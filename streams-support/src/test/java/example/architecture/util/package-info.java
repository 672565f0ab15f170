@NullMarked
package example.architecture.util;

import org.jspecify.annotations.NullMarked;
