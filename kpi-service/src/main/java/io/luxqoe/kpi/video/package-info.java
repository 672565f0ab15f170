/** Video sessions: the reports of players, brought together by session id and summed up when the session is over. */
@NullMarked
package io.luxqoe.kpi.video;

import org.jspecify.annotations.NullMarked;
