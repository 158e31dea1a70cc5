/** A transport on OkHttp, which connects to checked addresses alone. */
@NullMarked
package dev.prospector.adapter.okhttp;

import org.jspecify.annotations.NullMarked;
