/**
 * What a step with money would change: it is done, looked at, and undone. Door: {@link io.huikuan.preview.EffectPreview}. Its
 * invariant: it shows what the step itself would do, since the step itself is what is done, and nothing of it stays.
 */
@NullMarked
package io.huikuan.preview;

import org.jspecify.annotations.NullMarked;
