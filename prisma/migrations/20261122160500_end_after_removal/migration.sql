-- A workflow whose person was removed is still to be told that it ends; what names the person goes with them.
ALTER TABLE "outbox" ALTER COLUMN "contact_id" DROP NOT NULL;
