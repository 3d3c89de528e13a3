#ifndef WIJKWAARDE_CLIBXML2_SHIM_H
#define WIJKWAARDE_CLIBXML2_SHIM_H

/* Debian builds libxml2 with ICU, whose enums Foundation's own ICU defines a second time; without
   this line a file that imports both does not compile. */
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <libxml/c14n.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <libxml/relaxng.h>
#include <libxml/tree.h>
#include <libxml/uri.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlschemas.h>
#include <libxml/xmlschemastypes.h>

/* xmlFree is a mutable global, which Swift 6 rightly refuses to touch. */
static inline void clx_free(void *memory) { xmlFree(memory); }

#endif
