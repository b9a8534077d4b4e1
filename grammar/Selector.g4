// A selector: which of a model's weights are meant, e.g. `module.layer{1..3}.*.conv1.weight` or
// `op(Conv) & within(layer1) - writers(conv1)`.
//
// The names of functions are looked up by whoever reads the tree: a further one changes nothing
// here. Blanks separate; that a pattern holds none is for the reader of the tree to see, who knows
// where its pieces stand. Every choice is made by the next token.
grammar Selector;

selector
  : union EOF
  ;

union
  : intersection (('|' | 'or' | ',') intersection)*
  ;

// From left to right: `a & b - c` is what is in a and b, but not in c.
intersection
  : factor (operator factor)*
  ;

operator
  : '&'
  | 'and'
  | '-'
  ;

factor
  : negation* primary
  ;

negation
  : '!'
  | 'not'
  ;

primary
  : '(' union ')'
  | REGEX
  | pattern call?
  ;

// What a function is given; the pattern before it is its name.
call
  : '(' (argument (',' argument)*)? ')'
  ;

argument
  : intersection (('|' | 'or') intersection)*
  ;

pattern
  : piece+
  ;

piece
  : TEXT
  | RANGE
  | '**'
  | '*'
  | '?'
  | CLASS
  | braces
  ;

braces
  : '{' choice (',' choice)* '}'
  ;

choice
  : (piece | word)*
  ;

// Inside braces these are words like any other.
word
  : 'or'
  | 'and'
  | 'not'
  | '-'
  ;

// --- words

// A regular expression has signs of all kinds, so it goes on to the end of the text.
REGEX
  : 're:' [\u0000-\u{10FFFF}]*
  ;

RANGE
  : [0-9]+ '..' [0-9]+
  ;

CLASS
  : '[' ~[[\]]* ']'
  ;

TEXT
  : ~[ \t\r\n*?[\]{}()&|!,]+
  ;

BLANK
  : [ \t\r\n]+ -> skip
  ;

// Never part of a selector; it leaves it to the parser to say so.
STRAY
  : .
  ;
