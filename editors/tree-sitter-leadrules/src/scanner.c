// Finds where a statement ends: at the end of a line (unless the next one begins with `and`, `or`, `=>` or a brace), before a
// semicolon, before a closing brace and at the end of the file. It takes no characters. Where a statement can't end, after a
// comma or within brackets, it is not asked.

#include "tree_sitter/parser.h"

enum { END, NEVER };

void *tree_sitter_leadrules_external_scanner_create(void) { return 0; }
void tree_sitter_leadrules_external_scanner_destroy(void *scanner) { (void)scanner; }
unsigned tree_sitter_leadrules_external_scanner_serialize(void *scanner, char *buffer) {
  (void)scanner;
  (void)buffer;
  return 0;
}
void tree_sitter_leadrules_external_scanner_deserialize(void *scanner, const char *buffer, unsigned length) {
  (void)scanner;
  (void)buffer;
  (void)length;
}

static bool is_blank(int32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xa0 || c == 0x1680 ||
         (c >= 0x2000 && c <= 0x200b) || c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 ||
         c == 0xfeff;
}

// Near enough: what is no sign of the language and no blank goes on with a word.
static bool is_part(int32_t c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' ||
         (c >= 0x80 && !is_blank(c));
}

// Whether the word that begins here is the one given.
static bool is_word(TSLexer *lexer, const char *word) {
  for (; *word; word++) {
    if (lexer->lookahead != *word) return false;
    lexer->advance(lexer, false);
  }
  return !is_part(lexer->lookahead);
}

bool tree_sitter_leadrules_external_scanner_scan(void *scanner, TSLexer *lexer, const bool *valid) {
  (void)scanner;
  // Both are asked for only where the text is broken; then it is for others to find the way on.
  if (!valid[END] || valid[NEVER]) return false;
  lexer->mark_end(lexer);
  lexer->result_symbol = END;
  bool is_new_line = false;
  for (;;) {
    int32_t c = lexer->lookahead;
    if (lexer->eof(lexer)) return true;
    if (c == '#') {
      while (!lexer->eof(lexer) && lexer->lookahead != '\n') lexer->advance(lexer, false);
    } else if (is_blank(c)) {
      is_new_line |= c == '\n';
      lexer->advance(lexer, false);
    } else {
      break;
    }
  }
  switch (lexer->lookahead) {
    case '}':
    case ';':
      return true;
    case '{':
      return false;
    case '=':
      lexer->advance(lexer, false);
      return is_new_line && lexer->lookahead != '>';
    case 'a':
      return is_new_line && !is_word(lexer, "and");
    case 'o':
      return is_new_line && !is_word(lexer, "or");
    default:
      return is_new_line;
  }
}
