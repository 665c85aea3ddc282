-- add posts
-- pgorm:hazards DELETES_DATA, BREAKS_RUNNING_APP
-- pgorm:allow DELETES_DATA

-- column users.email: lock ACCESS_EXCLUSIVE, hazards DELETES_DATA
ALTER TABLE "users" DROP COLUMN "email";
