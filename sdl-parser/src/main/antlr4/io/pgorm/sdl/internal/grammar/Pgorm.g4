/*
 * The schema language. It is kept permissive: the grammar knows shapes only (a field, an attribute, a value); which
 * attribute exists and what it takes is the resolver's business, whose messages can be far better than a parser's.
 *
 * Line ends separate little: a field is complete after its attributes wherever they stand. They matter to error
 * recovery, which goes on at the next line, and to telling a field without a type from two fields (see the superclass).
 */
grammar Pgorm;

options {
    superClass = RecoveringParser;
}

tokens {
    AS,
    RETURNS,
    SETOF,
    TABLE,
    DOWN,
    OPERAND
}

@parser::header {
import io.pgorm.sdl.internal.syntax.RecoveringParser;
}

/*
 * The loops are written out with actions that take away what cannot begin the next round. An alternative that takes
 * anything would do the same, but the parser looks ahead for it and would prefer it to the right one with an error inside.
 */
schema
    : {skipMisplaced();} (declaration {skipMisplaced();})* EOF
    ;

declaration
    : model
    | enumeration
    | session
    | namespace
    | role
    | extension
    | composite
    | domain
    | sequence
    | view
    | routine
    | sqlBlock
    ;
    catch [RecognitionException problem] { recoverDeclaration(_localctx, problem); }

model
    : MODEL word LBRACE {nextMember();} (member {nextMember();})* RBRACE
    ;

enumeration
    : ENUM word LBRACE {nextMember();} (enumMember {nextMember();})* RBRACE
    ;

session
    : SESSION word? LBRACE {nextMember();} (member {nextMember();})* RBRACE
    ;

namespace
    : SCHEMA {requireName();} word (LBRACE {nextMember();} (member {nextMember();})* RBRACE)?
    ;

role
    : ROLE {requireName();} word attribute*
    ;

extension
    : EXTENSION (word | STRING) attribute*
    ;

composite
    : TYPE word LBRACE {nextMember();} (member {nextMember();})* RBRACE
    ;

domain
    : DOMAIN {requireName();} word {requireType();} type attribute*
    ;

sequence
    : SEQUENCE {requireName();} word attribute*
    ;

view
    : MATERIALIZED? VIEW word LBRACE {nextMember();} (member {nextMember();})* RBRACE {nextWord();} {requireQuery();} AS text
    ;

/*
 * Words like "returns" are words of the language only where they stand: nextWord() and nextOption() make them tokens of
 * their own there, and the strings behind "set" and "support" other tokens than the body.
 */
routine
    : (FUNCTION | PROCEDURE) word parameters {nextWord();} result? {nextOption();} (option {nextOption();})* {requireText();} text attribute*
    ;

parameters
    : LPAREN (parameter (COMMA parameter)* COMMA?)? RPAREN
    ;

parameter
    : parameterWord? parameterWord? type (EQUALS value)?
    ;

parameterWord
    : word
    | STRING
    ;

result
    : RETURNS {nextWord();} (TABLE parameters | SETOF? type)
    ;

option
    : IDENTIFIER (DOT word)* OPERAND?
    | NUMBER
    ;

sqlBlock
    : SQL STRING sqlPlace* {requireText();} text {nextWord();} (DOWN text)?
    ;

sqlPlace
    : IDENTIFIER (list | word)
    ;

text
    : STRING
    | TEXT_BLOCK
    ;

member
    : field
    | blockAttribute
    ;
    catch [RecognitionException problem] { recoverLine(_localctx, problem); }

enumMember
    : enumValue
    | blockAttribute
    ;
    catch [RecognitionException problem] { recoverLine(_localctx, problem); }

field
    : word {requireType();} type attribute*
    ;

enumValue
    : word attribute*
    ;

type
    : word arguments? suffix*
    ;

suffix
    : QUESTION
    | LBRACKET RBRACKET
    ;

attribute
    : AT dottedName arguments?
    ;

blockAttribute
    : ATAT dottedName arguments?
    ;

dottedName
    : word (DOT word)*
    ;

arguments
    : LPAREN (argument (COMMA argument)* COMMA?)? RPAREN
    ;

// A name of several words is a storage parameter of a part: toast.autovacuumEnabled.
argument
    : (dottedName COLON)? value
    ;

value
    : STRING
    | TEXT_BLOCK
    | NUMBER
    | call
    | list
    | braces
    ;

call
    : dottedName arguments?
    ;

list
    : LBRACKET (value (COMMA value)* COMMA?)? RBRACKET
    ;

braces
    : LBRACE (entry (COMMA entry)* COMMA?)? RBRACE
    ;

entry
    : word COLON value
    ;

// Words that begin a declaration are no reserved words: a field may be called "type" or "session".
word
    : IDENTIFIER
    | MODEL
    | ENUM
    | SESSION
    | EXTENSION
    | VIEW
    | MATERIALIZED
    | FUNCTION
    | PROCEDURE
    | TYPE
    | DOMAIN
    | SEQUENCE
    | SCHEMA
    | ROLE
    | SQL
    ;

MODEL : 'model' ;
ENUM : 'enum' ;
SESSION : 'session' ;
EXTENSION : 'extension' ;
VIEW : 'view' ;
MATERIALIZED : 'materialized' ;
FUNCTION : 'function' ;
PROCEDURE : 'procedure' ;
TYPE : 'type' ;
DOMAIN : 'domain' ;
SEQUENCE : 'sequence' ;
SCHEMA : 'schema' ;
ROLE : 'role' ;
SQL : 'sql' ;

IDENTIFIER : [\p{L}_] [\p{L}\p{Nd}_]* ;
NUMBER : '-'? [0-9]+ ('.' [0-9]+)? ([eE] [+\-]? [0-9]+)? ;
BAD_NAME : [0-9]+ [\p{L}_] [\p{L}\p{Nd}_]* ;

// A text block takes everything as it stands, backslashes too: SQL is full of them.
TEXT_BLOCK : '"""' .*? '"""' ;
UNCLOSED_TEXT_BLOCK : '"""' (~["] | '"' ~["] | '""' ~["])* '"'? '"'? ;
STRING : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '"' ;
UNCLOSED_STRING : '"' ('\\' ~[\r\n] | ~["\\\r\n])* '\\'? ;

LBRACE : '{' ;
RBRACE : '}' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
COMMA : ',' ;
COLON : ':' ;
EQUALS : '=' ;
DOT : '.' ;
QUESTION : '?' ;
ATAT : '@@' ;
AT : '@' ;

DOCUMENTATION : '///' ~[\r\n]* -> channel(HIDDEN) ;
COMMENT : '//' ~[\r\n]* -> channel(HIDDEN) ;
SPACE : [ \t\r\n\f\uFEFF]+ -> skip ;
ILLEGAL : . ;
