#ifndef WIJKWAARDE_CZLIB_SHIM_H
#define WIJKWAARDE_CZLIB_SHIM_H

#include <zlib.h>

/* deflateInit2 is a macro, which Swift does not see. */
static inline int cz_deflate_init_raw(z_stream *stream, int level) {
  return deflateInit2(stream, level, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY);
}

/* inflateInit2 is a macro as well. */
static inline int cz_inflate_init_raw(z_stream *stream) {
  return inflateInit2(stream, -MAX_WBITS);
}

#endif
