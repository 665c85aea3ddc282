package io.pgorm.sdl;

/**
 * Every diagnostic of the compiler. A code keeps its meaning for ever; one that is no longer used is not given again.
 *
 * <p>By area: 00 syntax, 01 names and types, 02 fields and defaults, 03 relations, 04 keys, indexes and constraints,
 * 05 attributes, session and extensions, 06 functions, views, sequences and SQL of one's own, 07 practice, 09 the compiler itself.
 */
public enum Codes {
    UNEXPECTED("PGO0001", "something stands where the language has no place for it"),
    UNCLOSED_BLOCK("PGO0002", "a brace, bracket or parenthesis is not closed"),
    UNCLOSED_STRING("PGO0003", "a string is not closed"),
    BAD_ESCAPE("PGO0004", "a backslash in a string is followed by nothing known"),
    UNSTORABLE_TEXT("PGO0005", "a text holds what PostgreSQL cannot store"),
    NESTED_TOO_DEEP("PGO0006", "brackets are nested too deep"),
    UNKNOWN_DECLARATION("PGO0007", "nothing in the language begins with this word"),
    NOT_SUPPORTED_YET("PGO0008", "the language has it, this compiler does not do it yet"),
    FIELD_WITHOUT_TYPE("PGO0009", "a field has no type"),

    UNKNOWN_TYPE("PGO0101", "no type, model or enum has this name"),
    DUPLICATE_NAME("PGO0102", "two declarations in one place have the same name"),
    DATABASE_NAME_TAKEN("PGO0103", "two objects would have the same name in the database"),
    JAVA_NAME_TAKEN("PGO0104", "two declarations would have the same name in the generated client"),
    RESERVED_NAME("PGO0105", "the generated client cannot use this name"),
    BAD_DATABASE_NAME("PGO0106", "PostgreSQL takes no such name: empty, too long, holding NUL, or its own"),
    BAD_TYPE_ARGUMENTS("PGO0107", "a type has too many, too few or wrong arguments"),
    UNKNOWN_FIELD("PGO0108", "the model has no such field"),
    BAD_NAME_STYLE("PGO0109", "models and enums begin with an upper-case letter"),
    EMPTY_BLOCK("PGO0110", "a model or an enum holds nothing"),
    TYPE_CYCLE("PGO0111", "a type is made of itself"),
    UNKNOWN_SCHEMA("PGO0112", "something is put into a schema of the database that is not declared"),

    BAD_TYPE_SHAPE("PGO0201", "this type cannot be a list, or cannot be nullable"),
    DEFAULT_DOES_NOT_FIT("PGO0202", "a default is of another kind than its field"),
    DEFAULT_OUT_OF_RANGE("PGO0203", "a default is outside what its type can hold"),
    UNKNOWN_ENUM_VALUE("PGO0204", "the enum has no such value"),
    UNKNOWN_FUNCTION("PGO0205", "a default calls a function that the language does not have"),
    VALUE_TWICE("PGO0206", "two attributes both say where a field's value comes from"),
    BAD_IDENTITY("PGO0207", "an identity on a field that cannot have one"),
    BAD_UPDATED_AT("PGO0208", "@updatedAt on a field that holds no time"),
    BAD_SQL("PGO0209", "SQL in a string is empty, cut off, unbalanced, or more than one expression"),
    UNKNOWN_REFERENCE("PGO0210", "a name in braces inside SQL is no field and no model"),
    NEEDS_COLUMN("PGO0211", "an attribute of a column stands on a field that has none"),
    REFERENCE_OUT_OF_REACH("PGO0212", "SQL names a column or table that PostgreSQL does not let it use there"),
    BAD_COLUMN_STORAGE("PGO0213", "values of this type cannot be stored or compressed so"),
    BAD_IGNORE("PGO0214", "a field is ignored that the client cannot do without"),
    NOT_IMMUTABLE("PGO0215", "an expression whose result is stored may give another at another time"),
    NOT_OF_ONE_ROW("PGO0216", "an expression over one row is a query or an aggregate"),
    GENERATED_FROM_GENERATED("PGO0217", "a generated field is made of a generated field"),
    VIRTUAL_COLUMN("PGO0218", "a generated field that is not stored is part of a key or an index"),
    BAD_VERSION("PGO0219", "@version on a field that counts nothing, or on a second one"),

    MISSING_OTHER_SIDE("PGO0301", "a relation has no field that holds its foreign key"),
    AMBIGUOUS_RELATION("PGO0302", "several relations between two models cannot be told apart"),
    BAD_RELATION_FIELDS("PGO0303", "the fields of a relation do not match what it references"),
    RELATION_TYPE_MISMATCH("PGO0304", "a foreign key and the key it references have different types"),
    NOT_A_KEY("PGO0305", "a relation references fields that are not unique"),
    RELATION_NULLABILITY("PGO0306", "a relation and its foreign key disagree on whether it may be absent"),
    BAD_REFERENTIAL_ACTION("PGO0307", "a referential action that cannot work, or is none"),
    RELATION_ARITY("PGO0308", "a relation has one row at its other end and is declared a list, or the reverse"),
    BAD_JOIN_TABLE("PGO0309", "a join table cannot be made for a many to many relation"),
    RELATION_ATTRIBUTE("PGO0310", "@relation stands where it means nothing"),
    UNLOGGED_TARGET("PGO0311", "a foreign key of a logged table references an unlogged one"),

    DUPLICATE_KEY("PGO0401", "a model has two primary keys"),
    BAD_KEY_FIELD("PGO0402", "a field cannot be part of a key"),
    NO_OPERATOR_CLASS("PGO0403", "PostgreSQL has no default operator class for this index method and type"),
    BAD_OPERATOR_CLASS("PGO0404", "an operator class does not belong to the index method or type, or to no key"),
    UNKNOWN_INDEX_METHOD("PGO0405", "there is no such index method"),
    INDEX_OPTION_NOT_ALLOWED("PGO0406", "the index method has no such option"),
    BAD_STORAGE_PARAMETER("PGO0407", "a storage parameter is no plain word, number or boolean"),
    OPERATOR_CLASS_SUPPLIED("PGO0408", "the compiler chose an operator class and creates its extension"),
    DUPLICATE_FIELD_IN_KEY("PGO0409", "a field stands twice in one key or index"),
    CONSTRAINT_NAME_TAKEN("PGO0410", "two constraints or indexes have the same name"),
    BAD_INHERITANCE("PGO0411", "a model does not have what it inherits, or inherits from itself"),
    BAD_REPLICA_IDENTITY("PGO0412", "a replica identity is no unique index over required fields"),
    BAD_EXCLUSION("PGO0413", "an operator cannot be used in an exclusion"),

    UNKNOWN_ATTRIBUTE("PGO0501", "there is no such attribute"),
    MISPLACED_ATTRIBUTE("PGO0502", "an attribute stands where it has no meaning"),
    REPEATED_ATTRIBUTE("PGO0503", "an attribute stands twice where it may stand once"),
    MISSING_ARGUMENT("PGO0504", "an attribute lacks an argument"),
    UNKNOWN_ARGUMENT("PGO0505", "an attribute has no such argument, or not so many"),
    REPEATED_ARGUMENT("PGO0506", "an argument is given twice"),
    WRONG_ARGUMENT("PGO0507", "an argument is of the wrong kind"),
    UNKNOWN_WORD("PGO0508", "an argument is not one of the words allowed"),
    DUPLICATE_SESSION("PGO0509", "a schema has two session blocks"),
    BAD_SESSION_FIELD("PGO0510", "a field that the session cannot hold"),
    UNKNOWN_SESSION_FUNCTION("PGO0511", "SQL calls a function of auth that the session does not declare"),

    BAD_SIGNATURE("PGO0601", "a function has parameters or a result that PostgreSQL does not take"),
    UNKNOWN_OPTION("PGO0602", "a function has no such option"),
    OPTION_TWICE("PGO0603", "two options of a function say the same or contradict each other"),
    MISSING_OPTION("PGO0604", "a function does not say what it needs to"),
    OPTION_NOT_ALLOWED("PGO0605", "an option that this kind of function or view cannot have"),
    BAD_SEQUENCE("PGO0606", "a sequence whose options contradict each other"),
    WAITS_FOR_ITSELF("PGO0607", "pieces of SQL, or roles, that come before themselves"),
    NO_COLLATION("PGO0608", "a collation for what is no text"),

    FOREIGN_KEY_WITHOUT_INDEX("PGO0701", "no index begins with the columns of a foreign key"),
    REDUNDANT_INDEX("PGO0702", "another index serves all that this one does"),
    PREFER_JSONB("PGO0703", "Json keeps text; Jsonb can be searched and compared"),
    PREFER_TIMESTAMPTZ("PGO0704", "a Timestamp without zone is not a point in time"),
    PREFER_IDENTITY("PGO0705", "a Serial is what identity columns replaced"),
    NO_PRIMARY_KEY("PGO0706", "a model has no primary key"),
    CHECK_NOT_IMMUTABLE("PGO0707", "a check may give another result at another time"),
    NEEDS_NEWER_SERVER("PGO0708", "older versions of PostgreSQL do not have this"),
    FOREIGN_KEY_TO_PARENT("PGO0709", "a foreign key references a table from which others inherit"),
    TRUNCATE_PAST_POLICIES("PGO0710", "a role may truncate a table with policies"),
    IGNORED_REQUIRED("PGO0711", "a field is required and ignored, so that the client can insert no row"),
    FOREIGN_KEY_TYPES_DIFFER("PGO0712", "a foreign key has another type than the key that it references"),

    INTERNAL_ERROR("PGO0999", "the compiler itself failed");

    private final String code;
    private final String meaning;

    Codes(String code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /** The code, {@code PGO} and four digits. */
    public String code() {
        return code;
    }

    /** One line that says what it means. */
    public String meaning() {
        return meaning;
    }
}
