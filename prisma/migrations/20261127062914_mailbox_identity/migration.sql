-- AlterTable
ALTER TABLE "mailbox" ADD COLUMN     "from_address" TEXT,
ADD COLUMN     "from_name" TEXT,
ADD COLUMN     "junk_folder" TEXT,
ADD COLUMN     "sent_folder" TEXT;
