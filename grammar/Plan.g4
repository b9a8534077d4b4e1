// The text of a plan: what is done to which tensors of a model, and in which epochs.
//
// Line breaks are blanks, and # starts a comment. The names of functions, roles, criteria and
// roundings are words that the reader of the tree looks up: a further one changes nothing here.
// Every choice is made by the next token.
grammar Plan;

plan
  : header (group | block)* EOF
  ;

header
  : 'plan' version=INT
    'schedule' schedule=STRING scheduleDigest=digest
    'model' model=STRING structure=digest
    'operators' operators=INT 'parameters' parameters=INT
    'rounding' rounding
  ;

digest
  : WORD
  ;

rounding
  : WORD
  ;

// --- channels that are numbered alike and removed together

group
  : 'group' name 'size' size=INT '{' member+ balance* '}'
  ;

member
  : name parts? 'axis' axis=INT role numbering grouped='grouped'?
  ;

// One member for each: the name before the brace with one of these behind it.
parts
  : '{' name (',' name)* '}'
  ;

role
  : WORD
  ;

// Which indices go with channel i: i alone where nothing is said.
numbering
  : offsets? ('each' each=INT | ('step' stride=INT)? ('width' width=INT)?)
  | 'table' indices+
  ;

offsets
  : 'at' INT (',' INT)*
  ;

indices
  : '[' (range (',' range)*)? ']'
  ;

balance
  : 'balance' blocks=INT 'by' name 'axis' axis=INT
  ;

// --- what happens, and when

block
  : epochs '{' step+ '}'
  ;

epochs
  : 'epoch' epoch=INT
  | 'epochs' range (',' range)*
  ;

range
  : first=INT ('..' last=INT ('step' by=INT)?)?
  ;

step
  : mask
  | thin
  | rate
  ;

mask
  : 'mask' structures ('of' of=INT)? selection '{' name+ '}'
  ;

structures
  : 'axis' axis=INT
  | 'elements'
  ;

selection
  : kind=WORD amount ranking?
  ;

ranking
  : 'by' criterion ('of' name)?
  ;

criterion
  : WORD
  ;

amount
  : number
  | function=WORD '(' argument (',' argument)* ')'
  ;

argument
  : number ('..' last=INT)?
  ;

thin
  : 'thin' name (',' name)* role before=count '->' after=count dead
  ;

count
  : INT
  | '?'
  ;

dead
  : WORD
  ;

rate
  : 'rate' instance=name type=name '(' (setting (',' setting)*)? ')'
  ;

setting
  : name '=' value
  ;

value
  : number
  | STRING
  | 'true'
  | 'false'
  | 'none'
  | '[' (value (',' value)*)? ']'
  ;

number
  : INT
  | REAL
  | 'nan'
  | 'inf'
  | '-inf'
  ;

name
  : WORD
  | STRING
  ;

// --- words

INT
  : '-'? [0-9]+
  ;

REAL
  : '-'? [0-9]+ ('.' [0-9]+)? ([eE] [+-]? [0-9]+)?
  ;

WORD
  : [A-Za-z_] [A-Za-z0-9_.:/-]*
  ;

STRING
  : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '"'
  ;

// Never part of a plan; they leave it to the parser to say so.
UNCLOSED
  : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '\\'?
  ;

COMMENT
  : '#' ~[\r\n]* -> skip
  ;

BLANK
  : [ \t\r\n]+ -> skip
  ;

STRAY
  : .
  ;
