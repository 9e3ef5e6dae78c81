-- AlterTable
ALTER TABLE "folder" ADD COLUMN     "withheld_tries" INTEGER NOT NULL DEFAULT 0;
